#include "vestibule/replay/replay.hpp"

#include <vector>

#include "machine.hpp"
#include "node_text.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::replay {
namespace {

// A line as an object; its texts live as long as this does.
struct Line {
  explicit Line(std::string_view text)
      : ok{!json::Tree::parse(text, limits::life_max_bytes, storage, tree) && tree[0].kind == json::NodeKind::object} {}

  // "" where there is no such member.
  [[nodiscard]] std::string json_of(std::string_view name) const {
    std::string text;
    if (const std::uint32_t node = tree.member(0, name)) append_node(text, tree, node);
    return text;
  }
  [[nodiscard]] std::string_view text_of(std::string_view name) const {
    const std::uint32_t node = tree.member(0, name);
    return node == 0 ? std::string_view{} : tree[node].text;
  }

  std::vector<char> storage;
  json::Tree tree;
  bool ok;
};

}  // namespace

std::string_view to_string(Fault fault) {
  constexpr std::string_view names[] = {"syntax", "version", "machine", "event", "differs"};
  return names[static_cast<std::size_t>(fault)];
}

std::string_view Replay::machine() const { return machine_ == nullptr ? std::string_view{} : machine_->name; }

std::optional<Fault> Replay::begin(std::string_view text) {
  const Line line{text};
  if (!line.ok) return Fault::syntax;
  if (line.text_of("v") != "1") return Fault::version;
  machine_ = find_machine(line.text_of("machine"));
  if (machine_ == nullptr) return Fault::machine;
  build_ = line.text_of("build");
  state_ = line.json_of("state");
  if (state_.empty()) state_ = machine_->initial;
  return std::nullopt;
}

std::optional<Fault> Replay::step(std::string_view text) {
  const Line line{text};
  if (!line.ok) return Fault::syntax;
  const std::string event = line.json_of("event");
  const auto repeated = machine_->step(state_, event);
  if (!repeated) return Fault::event;
  repeated_ = "{\"event\":" + event + ",\"state\":" + repeated->state + "," + repeated->done + "}";
  if (repeated_ != text) return Fault::differs;
  state_ = repeated->state;
  ++steps_;
  return std::nullopt;
}

std::optional<Fault> Replay::add(std::string_view line) {
  if (!fault_) fault_ = machine_ == nullptr ? begin(line) : step(line);
  return fault_;
}

std::optional<Fault> Replay::add_all(std::string_view record) {
  while (!record.empty() && !fault_) {
    const std::size_t end = record.find('\n');
    // Every line ends, so one without its end was cut off.
    if (end == std::string_view::npos) return fault_ = Fault::syntax;
    add(record.substr(0, end));
    record.remove_prefix(end + 1);
  }
  return fault_;
}

}  // namespace vestibule::replay

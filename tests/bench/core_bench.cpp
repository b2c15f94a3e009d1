// Times the checks of records.json natively, through the bridge that WebAssembly calls too; README.md says what it prints.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "bridge.hpp"
#include "tests/support/sample.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/catalogue/field.hpp"

namespace {

using Json = nlohmann::ordered_json;
using vestibule::bridge::Bridge;
using vestibule::test::Members;

constexpr int warm_up_calls = 1000;
constexpr int calls_between_looks = 64;

// Results end up here, so that no compiler leaves the work out.
volatile std::size_t sink = 0;

class Timer {
 public:
  explicit Timer(int milliseconds) : sample_ns_{milliseconds * 1e6} {}

  // Prints what one call takes.
  template <class Call>
  void time(const char* which, const char* reader, const Call& call) const {
    using Clock = std::chrono::steady_clock;
    for (int i = 0; i < warm_up_calls; ++i) sink = call();
    const Clock::time_point begin = Clock::now();
    double elapsed = 0;
    double calls = 0;
    do {
      for (int i = 0; i < calls_between_looks; ++i) sink = call();
      calls += calls_between_looks;
      elapsed = std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
    } while (elapsed < sample_ns_);
    std::printf("{\"case\":\"%s\",\"reader\":\"%s\",\"ns\":%.1f}\n", which, reader, elapsed / calls);
  }

 private:
  double sample_ns_;
};

Members members_of(const Json& record) {
  Members members;
  for (const auto& [name, value] : record.items()) {
    members.push_back(value.is_string() ? vestibule::test::string_member(name, value.get<std::string>())
                                        : vestibule::test::number_member(name, value.dump()));
  }
  return members;
}

// Copying the input in is part of a call, as it is for any host.
std::uint32_t write_input(Bridge& bridge, std::string_view input) {
  const auto size = static_cast<std::uint32_t>(input.size());
  std::memcpy(bridge.reserve(size), input.data(), input.size());
  return size;
}

void time_record(const Timer& timer, Bridge& bridge, const char* which, const Members& members) {
  const std::string packed = vestibule::test::to_packed(members);
  const std::string json = vestibule::test::to_json(members);
  const std::string form = vestibule::test::to_form(members);
  timer.time(which, "packed", [&] { return bridge.check_packed(write_input(bridge, packed), 0).size(); });
  timer.time(which, "json", [&] { return bridge.check_text(write_input(bridge, json), 0).size(); });
  timer.time(which, "form",
             [&] { return bridge.check_text(write_input(bridge, form), vestibule::bridge::option_form).size(); });
}

bool time_keystroke(const Timer& timer, Bridge& bridge, const Members& members) {
  const auto field = members.empty() ? std::nullopt : vestibule::catalogue::find_field(members.front().name);
  if (!field) return false;
  const auto number = static_cast<std::uint32_t>(*field);
  const std::string packed = vestibule::test::to_packed(members);
  timer.time("keystroke", "packed",
             [&] { return bridge.check_field_packed(write_input(bridge, packed), 0, number).size(); });
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  int milliseconds = 0;
  if (count != 3 || !vestibule::bench::read_number(arguments[2], milliseconds)) {
    std::fputs("usage: core_bench <records.json> <milliseconds>\n", stderr);
    return 2;
  }
  std::ifstream file{arguments[1], std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const Json records = Json::parse(text, nullptr, false);
  if (!records.contains("valid") || !records.contains("findings") || !records.contains("keystroke")) {
    std::fprintf(stderr, "core_bench: %s is not the file of records\n", arguments[1]);
    return 1;
  }
  const Timer timer{milliseconds};
  Bridge bridge;
  // As every host but a browser has it from the start.
  const std::string_view atlas = vestibule::atlas::builtin_bytes;
  std::memcpy(bridge.reserve_atlas(static_cast<std::uint32_t>(atlas.size())), atlas.data(), atlas.size());
  if (!bridge.load_atlas()) {
    std::fputs("core_bench: the atlas does not open\n", stderr);
    return 1;
  }
  time_record(timer, bridge, "valid", members_of(records["valid"]));
  time_record(timer, bridge, "findings", members_of(records["findings"]));
  return time_keystroke(timer, bridge, members_of(records["keystroke"])) ? 0 : 1;
}

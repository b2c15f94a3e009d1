#include "node_reader.hpp"

#include <algorithm>
#include <charconv>

#include "vestibule/checks/number.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/closest.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::profile {

using json::NodeKind;

void NodeReader::add(Code code, Node node, std::initializer_list<std::string_view> params,
                     std::optional<std::string_view> suggestion) {
  if (findings_.size() == limits::findings_max_row) return;
  Finding finding;
  finding.code = code;
  finding.severity = Severity::error;
  finding.pointer = tree_.pointer_to(node);
  for (const std::string_view param : params) finding.params.emplace_back(param);
  if (suggestion) finding.suggestion = std::string{*suggestion};
  findings_.push_back(std::move(finding));
}

bool NodeReader::expect(Node node, NodeKind kind) {
  constexpr std::string_view names[] = {"null", "boolean", "number", "string", "array", "object"};
  if (tree_[node].kind == kind) return true;
  add(Code::profile_type, node, {names[static_cast<std::size_t>(kind)]});
  return false;
}

NodeReader::Node NodeReader::required(Node object, std::string_view name) {
  const Node member = tree_.member(object, name);
  if (member == 0) add(Code::profile_missing, object, {name});
  return member;
}

void NodeReader::refuse_others(Node object, std::span<const std::string_view> known) {
  std::vector<Node> others;
  for (Node node = tree_[object].first; node != 0; node = tree_[node].next) {
    if (std::find(known.begin(), known.end(), tree_[node].name) == known.end()) others.push_back(node);
  }
  std::sort(others.begin(), others.end(), [&](Node a, Node b) { return tree_[a].name < tree_[b].name; });
  for (const Node node : others) {
    text::Closest closest{tree_[node].name};
    for (const std::string_view name : known) closest.offer(name);
    add(Code::profile_unknown, node, {}, closest.best().empty() ? std::nullopt : std::optional{closest.best()});
  }
}

std::vector<NodeReader::Node> NodeReader::items(Node array, std::string_view what, std::size_t max) {
  std::vector<Node> nodes;
  if (array == 0 || !expect(array, NodeKind::array)) return nodes;
  if (tree_[array].count == 0) add(Code::profile_empty, array, {what});
  if (tree_[array].count > max) {
    add(Code::profile_limit, array, {what, std::to_string(max)});
    return nodes;
  }
  for (Node node = tree_[array].first; node != 0; node = tree_[node].next) nodes.push_back(node);
  return nodes;
}

std::string_view NodeReader::text(Node node, std::size_t max) {
  if (node == 0 || !expect(node, NodeKind::string)) return {};
  const std::string_view text = tree_[node].text;
  if (text::utf16_length(text) > max) {
    add(Code::profile_limit, node, {"characters", std::to_string(max)});
    return {};
  }
  std::string cleaned;
  const text::Cleaned met = text::clean(text, text::Lines::one, cleaned);
  if (!met.refused() && met.visible && !met.changed) return text;
  const bool usable = !met.refused() && met.visible;
  add(Code::profile_text, node, {}, usable ? std::optional<std::string_view>{cleaned} : std::nullopt);
  return {};
}

std::optional<std::size_t> NodeReader::choice(Node node, std::span<const std::string_view> allowed) {
  if (node == 0 || !expect(node, NodeKind::string)) return std::nullopt;
  const auto found = std::find(allowed.begin(), allowed.end(), tree_[node].text);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  std::string joined;
  text::Closest closest{tree_[node].text};
  for (const std::string_view word : allowed) {
    if (!joined.empty()) joined += ", ";
    joined += word;
    closest.offer(word);
  }
  add(Code::profile_choice, node, {joined}, closest.best().empty() ? std::nullopt : std::optional{closest.best()});
  return std::nullopt;
}

bool NodeReader::boolean(Node node) { return node != 0 && expect(node, NodeKind::boolean) && tree_[node].truth; }

std::optional<std::int64_t> NodeReader::integer(Node node, std::int64_t min, std::int64_t max) {
  if (node == 0 || !expect(node, NodeKind::number)) return std::nullopt;
  const auto decimal = checks::parse_decimal(tree_[node].text);
  if (!decimal || !decimal.value().integer || !checks::within(decimal.value(), min, max)) {
    add(Code::profile_range, node, {std::to_string(min), std::to_string(max)});
    return std::nullopt;
  }
  std::int64_t value = 0;
  const std::string& digits = decimal.value().text;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace vestibule::profile

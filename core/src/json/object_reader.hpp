// Takes the members out of one JSON object. The first problem stays; members nobody took are unknown. Internal.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tree.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/result.hpp"

namespace vestibule::json {

template <class Integer>
std::optional<Integer> whole_number(std::string_view literal) {
  Integer value = 0;
  const char* const end = literal.data() + literal.size();
  const auto [stop, error] = std::from_chars(literal.data(), end, value);
  return error == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

class ObjectReader {
 public:
  using Node = std::uint32_t;  // of the tree; 0: there is none

  ObjectReader(const Tree& tree, Node object) : tree_{tree}, object_{object} {
    if (tree[object].kind != NodeKind::object) fail(Code::field_type, object, {"object"});
  }

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
  [[nodiscard]] const Tree& tree() const { return tree_; }

  void fail(Problem problem) {
    if (!problem_) problem_ = std::move(problem);
  }
  void fail(Code code, Node node, std::vector<std::string> params = {}) {
    fail(Problem{code, tree_.pointer_to(node), std::move(params)});
  }

  // 0 when the object has no such member.
  Node optional(std::string_view name, NodeKind kind) {
    if (problem_) return 0;
    const Node member = tree_.member(object_, name);
    if (member == 0) return 0;
    ++taken_;
    if (tree_[member].kind == kind) return member;
    constexpr std::string_view names[] = {"null", "boolean", "number", "string", "array", "object"};
    fail(Code::field_type, member, {std::string{names[static_cast<std::size_t>(kind)]}});
    return 0;
  }

  Node required(std::string_view name, NodeKind kind) {
    const Node member = optional(name, kind);
    if (member == 0) fail(Problem{Code::field_required, tree_.pointer_to(object_) + '/' + std::string{name}, {}});
    return member;
  }

  bool flag(std::string_view name) {
    const Node member = optional(name, NodeKind::boolean);
    return member != 0 && tree_[member].truth;
  }

  template <class Integer>
  Integer number(std::string_view name) {
    const Node member = optional(name, NodeKind::number);
    if (member == 0) return 0;
    if (const auto whole = whole_number<Integer>(tree_[member].text)) return *whole;
    fail(Code::number_range, member, {"0", std::to_string(std::numeric_limits<Integer>::max())});
    return 0;
  }

  // The enumerator of this name among the first `count`.
  template <class Enum>
  Enum named(Node node, std::size_t count) {
    if (node == 0) return {};
    std::string allowed;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = to_string(static_cast<Enum>(i));
      if (tree_[node].text == name) return static_cast<Enum>(i);
      if (i > 0) allowed += ", ";
      allowed += name;
    }
    fail(Code::enum_unknown, node, {std::move(allowed)});
    return {};
  }

  void finish() {
    if (!problem_ && tree_[object_].count > taken_) fail(Code::field_unknown, object_);
  }

 private:
  const Tree& tree_;
  Node object_;
  std::uint32_t taken_ = 0;
  std::optional<Problem> problem_;
};

// Reads a whole document as one value: `read(reader, value)` takes its members.
template <class Value, class Read>
Result<Value, Problem> read_object(std::string_view text, std::size_t max_bytes, Read read_members) {
  std::vector<char> storage;
  Tree tree;
  if (auto problem = Tree::parse(text, max_bytes, storage, tree)) return *std::move(problem);
  Value value;
  ObjectReader reader{tree, 0};
  read_members(reader, value);
  reader.finish();
  if (reader.problem()) return *reader.problem();
  return value;
}

}  // namespace vestibule::json

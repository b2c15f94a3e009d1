// The parts of a configuration, each with a finding where it is not what it should be. Internal to profile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/tree.hpp"
#include "vestibule/finding.hpp"

namespace vestibule::profile {

class NodeReader {
 public:
  using Node = std::uint32_t;  // of the tree; 0: there is none, which is a finding only where something is asked for

  NodeReader(const json::Tree& tree, std::vector<Finding>& findings) : tree_{tree}, findings_{findings} {}

  [[nodiscard]] const json::Tree& tree() const { return tree_; }

  void add(Code code, Node node, std::initializer_list<std::string_view> params = {},
           std::optional<std::string_view> suggestion = std::nullopt);

  // False, with a finding, when the node is of another kind.
  bool expect(Node node, json::NodeKind kind);
  // The member of an object; 0 with a finding when it is missing.
  Node required(Node object, std::string_view name);
  // Members that are not among these, by name.
  void refuse_others(Node object, std::span<const std::string_view> known);
  // The children of an array of 1 to `max`; none, with a finding, when it is no such array.
  std::vector<Node> items(Node array, std::string_view what, std::size_t max);

  // A clean text of one line and at most `max` UTF-16 units; "" with a finding when it is none, and for no node.
  std::string_view text(Node node, std::size_t max);
  // The index of the word among those allowed.
  std::optional<std::size_t> choice(Node node, std::span<const std::string_view> allowed);
  bool boolean(Node node);
  std::optional<std::int64_t> integer(Node node, std::int64_t min, std::int64_t max);

 private:
  const json::Tree& tree_;
  std::vector<Finding>& findings_;
};

}  // namespace vestibule::profile

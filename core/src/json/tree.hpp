// A small document as a whole: for configuration, which is read once and looked at in any order. Internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events.hpp"

namespace vestibule::json {

enum class NodeKind : std::uint8_t { null, boolean, number, string, array, object };

struct Node {
  NodeKind kind{};
  bool truth = false;  // of a boolean
  std::uint32_t parent = 0;
  std::uint32_t place = 0;  // among the parent's children
  std::uint32_t next = 0;   // the parent's next child; 0: none
  std::uint32_t first = 0;  // child; 0: none
  std::uint32_t count = 0;  // of children
  std::string_view name;    // of a member
  std::string_view text;    // of a string, or the literal of a number
};

// Nodes are numbered in the order they begin; 0 is the document.
class Tree final : public Sink {
 public:
  // Texts are kept in `storage`, which must be empty and gets room for all of them at once: they never move.
  static std::optional<Problem> parse(std::string_view text, std::size_t max_bytes, std::vector<char>& storage,
                                      Tree& tree);

  [[nodiscard]] const Node& operator[](std::uint32_t node) const { return nodes_[node]; }
  // The member of an object, 0 where it has none.
  [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view name) const;
  [[nodiscard]] std::string pointer_to(std::uint32_t node) const;

  void scalar(Scalar kind, std::string_view text) override;
  void key(std::string_view name) override;
  void begin(bool object) override;
  void end() override;
  [[nodiscard]] std::string pointer() const override;
  [[nodiscard]] std::string row_pointer() const override { return {}; }

 private:
  std::uint32_t add(NodeKind kind);
  [[nodiscard]] std::string_view keep(std::string_view text);

  std::vector<char>* storage_ = nullptr;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> open_;  // arrays and objects, outermost first
  std::vector<std::uint32_t> last_;  // the newest child of each
  std::string_view name_;            // of the member that comes
};

}  // namespace vestibule::json

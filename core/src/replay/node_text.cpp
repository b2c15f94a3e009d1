#include "node_text.hpp"

#include "vestibule/json/write.hpp"

namespace vestibule::replay {

void append_node(std::string& out, const json::Tree& tree, std::uint32_t node) {
  const json::Node& value = tree[node];
  switch (value.kind) {
    case json::NodeKind::null: out += "null"; return;
    case json::NodeKind::boolean: out += value.truth ? "true" : "false"; return;
    case json::NodeKind::number: out += value.text; return;
    case json::NodeKind::string: return json::append_string(out, value.text);
    case json::NodeKind::array:
    case json::NodeKind::object: break;
  }
  const bool is_object = value.kind == json::NodeKind::object;
  out.push_back(is_object ? '{' : '[');
  for (std::uint32_t child = value.first; child != 0; child = tree[child].next) {
    if (child != value.first) out.push_back(',');
    if (is_object) {
      json::append_string(out, tree[child].name);
      out.push_back(':');
    }
    append_node(out, tree, child);
  }
  out.push_back(is_object ? '}' : ']');
}

}  // namespace vestibule::replay

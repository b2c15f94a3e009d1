// The table as a document, from the rows themselves.
#include "table.hpp"

namespace vestibule::gateway {
namespace {

void append_states(std::string& out, States states) {
  if (states == any_state) {
    out += "any";
    return;
  }
  bool first = true;
  for (unsigned bit = 0; bit < state_count; ++bit) {
    const auto state = static_cast<State>(bit);
    if ((states & only(state)) == 0) continue;
    if (!first) out += ", ";
    out += to_string(state);
    first = false;
  }
}

void append_effects(std::string& out, Effects effects) {
  bool first = true;
  for (const Effect effect : all_effects()) {
    if (!effects.has(effect)) continue;
    if (!first) out += ", ";
    out.append("`").append(to_string(effect)).append("`");
    first = false;
  }
}

}  // namespace

void append_table(std::string& out) {
  out +=
      "| event | state | when | next | and | effects |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const Row& row : rows()) {
    out.append("| `").append(to_string(row.event)).append("` | ");
    append_states(out, row.from);
    out.append(" | ").append(words_of(row.guard)).append(" | ");
    if (!row.stays) out += to_string(row.to);
    out += " | ";
    if (row.because != Because::none) out.append("ignored: ").append(to_string(row.because));
    out.append(words_of(row.action)).append(" | ");
    append_effects(out, row.effects);
    out += " |\n";
  }
}

}  // namespace vestibule::gateway

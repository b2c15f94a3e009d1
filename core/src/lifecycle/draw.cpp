// The table as a document, from the rows themselves.
#include "parts.hpp"
#include "table.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::lifecycle {
namespace {

void append_links(std::string& out, Links links) {
  if (links == any_link) {
    out += "any";
    return;
  }
  bool first = true;
  for (unsigned bit = 0; bit < 5; ++bit) {
    const auto link = static_cast<Link>(bit);
    if ((links & only(link)) == 0) continue;
    if (!first) out += ", ";
    out += to_string(link);
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

void append_outcome(std::string& out, const Row& row) {
  out += to_string(row.outcome);
  if (row.because != Because::none) out.append(": ").append(to_string(row.because));
}

void append_member_names(std::string& out, Parts parts) {
  bool first = true;
  for (const Member& member : members) {
    if (!parts.has(member.part)) continue;
    if (!first) out += ", ";
    out.append("`").append(member.name).append("`");
    first = false;
  }
}

}  // namespace

void append_member_tables(std::string& out) {
  out +=
      "| event | its members |\n"
      "| --- | --- |\n";
  for (std::size_t i = 0; i < event_kind_count; ++i) {
    const auto kind = static_cast<EventKind>(i);
    out.append("| `").append(to_string(kind)).append("` | ");
    append_member_names(out, parts_of(kind));
    out += " |\n";
  }
  out +=
      "\n"
      "| member | what it is | where it is left out |\n"
      "| --- | --- | --- |\n";
  for (const Member& member : members) {
    out.append("| `").append(member.name).append("` | ").append(member.words).append(" | ");
    if (!member.absent.empty()) out.append("`").append(member.absent).append("`");
    out += " |\n";
  }
}

void append_table(std::string& out) {
  out +=
      "| event | link | when | then the link is | and | outcome | effects |\n"
      "| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const Row& row : rows()) {
    out.append("| `").append(to_string(row.event)).append("` | ");
    append_links(out, row.from);
    out.append(" | ").append(words_of(row.guard)).append(" | ");
    if (row.to != Link::held) out += to_string(row.to);
    out.append(" | ").append(words_of(row.action)).append(" | ");
    append_outcome(out, row);
    out += " | ";
    append_effects(out, row.effects);
    out += " |\n";
  }
}

}  // namespace vestibule::lifecycle

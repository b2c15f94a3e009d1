#include "vestibule/audit/chain.hpp"

#include "vestibule/json/write.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::audit {
namespace {

void append_text(std::string& out, std::string_view name, std::string_view value) {
  out.append(",\"").append(name).append("\":");
  json::append_string(out, value);
}

void append_changes(std::string& out, const std::vector<FieldChange>& changes) {
  out += ",\"changes\":[";
  for (const FieldChange& change : changes) {
    if (out.back() != '[') out.push_back(',');
    out += "[";
    json::append_string(out, change.field);
    for (const ValueMark* mark : {&change.before, &change.after}) {
      out.push_back(',');
      if (mark->empty()) {
        out += "null";
      } else {
        json::append_string(out, *mark);
      }
    }
    out.push_back(']');
  }
  out.push_back(']');
}

}  // namespace

// The line is written around the place of its hash, which covers the rest.
void append(std::string& out, Head& head, const Entry& entry) {
  std::string before = "{\"actor\":";
  json::append_string(before, entry.actor);
  if (entry.event && entry.because != lifecycle::Because::none) {
    append_text(before, "because", lifecycle::to_string(entry.because));
  }
  append_text(before, "cause", entry.cause);
  append_changes(before, entry.changes);
  append_text(before, "customer", ids::to_string(entry.customer));
  if (entry.event) {
    before += ",\"event\":";
    lifecycle::append_json(before, *entry.event);
  }
  std::string after;
  if (entry.event) append_text(after, "outcome", lifecycle::to_string(entry.outcome));
  append_text(after, "prev", digest::to_hex(head.hash));
  after.append(",\"seq\":").append(std::to_string(head.count));
  after.append(",\"time\":").append(std::to_string(entry.time)).append("}");

  digest::Sha256 hash;
  hash.update(before);
  hash.update(after);
  head.hash = hash.finish();
  ++head.count;
  out += before;
  append_text(out, "hash", digest::to_hex(head.hash));
  out.append(after).append("\n");
}

}  // namespace vestibule::audit

#include "json/object_reader.hpp"
#include "json/object_writer.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/sync/json.hpp"

namespace vestibule::sync {
namespace {

using json::NodeKind;
using json::ObjectReader;

void append_values(std::string& out, const Snapshot& values) {
  out.push_back('[');
  bool first = true;
  for (const Value& value : values) {
    if (!first) out.push_back(',');
    first = false;
    if (value) {
      json::append_string(out, *value);
    } else {
      out += "null";
    }
  }
  out.push_back(']');
}

void append_write(std::string& out, const LoggedWrite& write) {
  json::ObjectWriter object{out};
  if (write.lost) append_values(object.begin("lost"), *write.lost);
  object.text("side", to_string(write.side));
  object.number("unit", write.unit);
  append_values(object.begin("values"), write.values);
  object.number("version", write.version);
}

Snapshot values_at(ObjectReader& reader, ObjectReader::Node array) {
  Snapshot values;
  if (array == 0) return values;
  const json::Tree& tree = reader.tree();
  for (auto node = tree[array].first; node != 0; node = tree[node].next) {
    if (tree[node].kind == NodeKind::null) {
      values.emplace_back();
    } else if (tree[node].kind == NodeKind::string) {
      values.emplace_back(std::string{tree[node].text});
    } else {
      reader.fail(Code::field_type, node, {"string"});
    }
  }
  return values;
}

LoggedWrite write_at(ObjectReader& outer, ObjectReader::Node node) {
  ObjectReader reader{outer.tree(), node};
  LoggedWrite write;
  if (const auto lost = reader.optional("lost", NodeKind::array); lost != 0) write.lost = values_at(reader, lost);
  write.side = reader.named<Side>(reader.required("side", NodeKind::string), 2);
  write.unit = reader.number<std::uint16_t>("unit");
  write.values = values_at(reader, reader.required("values", NodeKind::array));
  write.version = reader.number<std::uint64_t>("version");
  reader.finish();
  if (reader.problem()) outer.fail(*reader.problem());
  return write;
}

void read_members(ObjectReader& reader, Ledger& ledger) {
  const json::Tree& tree = reader.tree();
  ledger.base = values_at(reader, reader.required("base", NodeKind::array));
  if (const auto log = reader.required("log", NodeKind::array); log != 0) {
    for (auto node = tree[log].first; node != 0; node = tree[node].next) ledger.log.push_back(write_at(reader, node));
  }
  const auto versions = reader.required("versions", NodeKind::array);
  if (versions == 0) return;
  std::size_t side = 0;
  for (auto node = tree[versions].first; node != 0 && side < 2; node = tree[node].next) {
    const auto version = json::whole_number<std::uint64_t>(tree[node].text);
    if (tree[node].kind != NodeKind::number || !version) return reader.fail(Code::number_range, node, {"0", "max"});
    ledger.versions[side++] = *version;
  }
}

}  // namespace

void append_json(std::string& out, const Ledger& ledger) {
  json::ObjectWriter object{out};
  append_values(object.begin("base"), ledger.base);
  std::string& log = object.begin("log");
  log.push_back('[');
  for (const LoggedWrite& write : ledger.log) {
    if (log.back() != '[') log.push_back(',');
    append_write(log, write);
  }
  log.push_back(']');
  object.begin("versions") += '[' + std::to_string(ledger.versions[0]) + ',' + std::to_string(ledger.versions[1]) + ']';
}

Result<Ledger, json::Problem> read_ledger(std::string_view text) {
  return json::read_object<Ledger>(text, limits::ledger_max_bytes, read_members);
}

}  // namespace vestibule::sync

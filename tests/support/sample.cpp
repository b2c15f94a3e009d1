#include "tests/support/sample.hpp"

#include <algorithm>
#include <utility>

#include "vestibule/json/write.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace vestibule::test {
namespace {

using customer::ValueKind;

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

std::uint32_t units(std::string_view text) { return static_cast<std::uint32_t>(text::utf16_length(text)); }

void append_value(std::string& out, const Member& member) {
  switch (member.kind) {
    case ValueKind::absent:
    case ValueKind::null: out += "null"; return;
    case ValueKind::string: json::append_string(out, member.text); return;
    case ValueKind::number: out += member.text; return;
    case ValueKind::boolean_true: out += "true"; return;
    case ValueKind::boolean_false: out += "false"; return;
    case ValueKind::other: out += "{}"; return;
    case ValueKind::array: break;
  }
  out.push_back('[');
  for (std::size_t i = 0; i < member.items.size(); ++i) {
    if (i > 0) out.push_back(',');
    json::append_string(out, member.items[i]);
  }
  out.push_back(']');
}

}  // namespace

Members minimal_record(catalogue::Entity of) {
  if (of == catalogue::Entity::customer)
    return {string_member("name", "Acme"), string_member("recordType", "Business")};
  return {string_member("firstName", "Solveig"), string_member("lastName", "Aune"),
          string_member("name", "Solveig Aune"), string_member("email", "solveig@fjordlys.example")};
}

Member string_member(std::string_view name, std::string_view text) {
  return {std::string{name}, ValueKind::string, std::string{text}, {}};
}

Member number_member(std::string_view name, std::string_view literal) {
  return {std::string{name}, ValueKind::number, std::string{literal}, {}};
}

Members minimal_record_with(Member member, catalogue::Entity of) {
  Members members = minimal_record(of);
  const auto same =
      std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == member.name; });
  if (same != members.end()) {
    *same = std::move(member);
  } else {
    members.push_back(std::move(member));
  }
  return members;
}

std::string to_json(const Members& members) {
  std::string out = "{";
  for (const Member& member : members) {
    if (member.kind == ValueKind::absent) continue;
    if (out.size() > 1) out.push_back(',');
    json::append_string(out, member.name);
    out.push_back(':');
    append_value(out, member);
  }
  return out + "}";
}

std::string to_packed(const Members& members, catalogue::Entity of, const profile::Profile* profile) {
  PackedWriter writer;
  for (const Member& member : members) {
    if (member.kind == ValueKind::absent) continue;
    const auto field = catalogue::find_field(member.name, of);
    const auto own = profile != nullptr && !field ? profile->find_custom(member.name, of) : std::nullopt;
    const auto kind = static_cast<std::uint16_t>(member.kind);
    if (!field && !own) {
      writer.entry(validation::packed_unknown, kind, units(member.name)).text(member.name);
      continue;
    }
    const auto place = static_cast<std::uint16_t>(own ? customer::custom_member + *own : catalogue::index(*field));
    if (member.kind == ValueKind::array) {
      writer.entry(place, kind, static_cast<std::uint32_t>(member.items.size()));
      for (const std::string& item : member.items) {
        writer.entry(validation::packed_item, static_cast<std::uint16_t>(ValueKind::string), units(item)).text(item);
      }
    } else {
      writer.entry(place, kind, units(member.text)).text(member.text);
    }
  }
  return writer.bytes();
}

std::string to_form(const Members& members) {
  std::string out;
  for (const Member& member : members) {
    if (member.kind == ValueKind::absent) continue;
    if (!out.empty()) out.push_back('&');
    out += url_encoded(member.name) + "=";
    if (member.kind == ValueKind::boolean_true) out += "true";
    if (member.kind == ValueKind::boolean_false) out += "false";
    out += url_encoded(member.text);
  }
  return out;
}

bool form_can_say(const Members& members, catalogue::Entity of) {
  return std::all_of(members.begin(), members.end(), [of](const Member& member) {
    const auto field = catalogue::find_field(member.name, of);
    if (!field) return true;
    const catalogue::Kind kind = catalogue::info(*field).kind;
    const bool number = kind == catalogue::Kind::integer || kind == catalogue::Kind::number;
    const bool boolean = kind == catalogue::Kind::boolean;
    switch (member.kind) {
      case ValueKind::string: return !member.text.empty() && !number && !boolean;
      case ValueKind::number: return number;
      case ValueKind::boolean_true:
      case ValueKind::boolean_false: return boolean;
      case ValueKind::absent: return true;
      case ValueKind::null:
      case ValueKind::array:
      case ValueKind::other: return false;
    }
    return false;
  });
}

std::string url_encoded(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (text::is_alnum(c)) {
      out.push_back(c);
    } else if (c == ' ') {
      out.push_back('+');
    } else {
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 0xF]);
    }
  }
  return out;
}

PackedWriter& PackedWriter::entry(std::uint16_t place, std::uint16_t kind, std::uint32_t length) {
  append_u32(entries_, place | static_cast<std::uint32_t>(kind) << 16);
  append_u32(entries_, length);
  ++count_;
  return *this;
}

PackedWriter& PackedWriter::text(std::string_view text) {
  text_ += text;
  return *this;
}

std::string PackedWriter::bytes() const { return bytes_with_count(count_); }

std::string PackedWriter::bytes_with_count(std::uint32_t count) const {
  std::string out;
  append_u32(out, count);
  return out + entries_ + text_;
}

}  // namespace vestibule::test

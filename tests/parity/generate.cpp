#include "generate.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bridge.hpp"
#include "tests/support/sample.hpp"
#include "value_pools.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::parity {
namespace {

using catalogue::Field;
using catalogue::Kind;
using test::Random;

constexpr std::string_view countries[] = {"US", "DE", "GB", "JP", "ZZ", "u1"};

// A JSON string literal: mostly plain, sometimes with everything spelled in a longer way that means the same.
std::string string_literal(Random& random, std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  const bool escape_all = random.chance(5);
  std::string out = "\"";
  const auto escape = [&](char32_t unit) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[(unit >> shift) & 0xF]);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    const bool must = code_point < 0x20 || code_point == '"' || code_point == '\\';
    if (!must && !escape_all) {
      out += text.substr(at, size);
    } else if (code_point == '"' || code_point == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(code_point));
    } else if (code_point > 0xFFFF) {
      escape(0xD800 + ((code_point - 0x10000) >> 10));
      escape(0xDC00 + ((code_point - 0x10000) & 0x3FF));
    } else {
      escape(code_point);
    }
    at += size;
  }
  return out + "\"";
}

// A text of a length around the limit of its field, in units of one, two or three bytes, or of a pair.
std::string text_at_limit(Random& random, Field field) {
  constexpr std::string_view units[] = {"a", "\u00ff", "\u6f22", "\U0001F3A4"};
  const std::string_view unit = random.pick(units);
  const std::size_t limit = std::max<std::size_t>(catalogue::info(field).max_utf16, 20);
  const std::size_t wanted = std::min<std::size_t>(limit, 2001) + random.below(3) - 1;
  std::string text;
  for (std::size_t length = 0; length < wanted; length += text::utf16_length(unit)) text += unit;
  return text;
}

std::string any_text(Random& random, Field field, std::size_t odd_percent) {
  const Pool pool = texts_for(field);
  if (!random.chance(odd_percent)) return std::string{random.pick(pool.good)};
  if (random.chance(15)) return text_at_limit(random, field);
  if (random.chance(40)) return std::string{random.pick(pool.all)};
  std::string text;
  if (random.chance(40)) text = random.pick(pool.all);
  text += random.pick(odd_texts());
  return text;
}

struct Member {
  std::string name;
  std::string json;  // the value as JSON text
  std::string form;  // the value as a form carries it
};

Member member_of(Random& random, Field field, std::size_t odd_percent) {
  const catalogue::FieldInfo& row = catalogue::info(field);
  Member member{std::string{row.name}, {}, {}};
  if (random.chance(odd_percent / 4)) {
    member.json = member.form = random.pick(odd_values());
  } else if (row.kind == Kind::integer || row.kind == Kind::number) {
    member.json = member.form = random.pick(random.chance(odd_percent) ? odd_numbers() : honest_numbers());
  } else if (row.kind == Kind::boolean) {
    member.json = member.form = random.chance(50) ? "true" : "false";
  } else if (row.kind == Kind::picklist_set) {
    member.json = member.form = random.chance(odd_percent) ? random.pick(odd_values()) : "[\"ACH\",\"Credit Card\"]";
  } else {
    member.form = any_text(random, field, odd_percent);
    member.json = string_literal(random, member.form);
  }
  return member;
}

// The members of one record in some order.
std::vector<Member> generate_record(Random& random, catalogue::Entity of, bool api, bool create) {
  const std::size_t odd_percent = random.chance(50) ? 0 : random.chance(50) ? 10 : 60;
  const std::size_t density = 10 + random.below(70);
  std::vector<Member> members;
  const catalogue::FieldRange fields = catalogue::fields_of(of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const auto field = static_cast<Field>(i);
    const catalogue::FieldInfo& row = catalogue::info(field);
    const bool allowed = api ? (create ? row.create : row.patch) : row.signup;
    const bool wanted = row.required ? !random.chance(odd_percent / 3) : random.chance(density);
    if (wanted && (allowed || random.chance(odd_percent / 6))) members.push_back(member_of(random, field, odd_percent));
  }
  while (random.chance(odd_percent / 2)) {
    const std::string name{random.pick(unknown_names())};
    members.push_back({name, "1", "1"});
  }
  if (!members.empty() && random.chance(odd_percent / 10)) members.push_back(random.pick(members));
  random.shuffle(members);
  return members;
}

std::string write_object(Random& random, const std::vector<Member>& members) {
  const bool spaced = random.chance(20);
  const std::string_view space = spaced ? " \n\t" : "";
  std::string text = "{";
  for (const Member& member : members) {
    if (text.size() > 1) text += ",";
    text.append(space).append(string_literal(random, member.name)).append(space).append(":").append(space);
    text.append(member.json);
  }
  return text.append(space) + "}";
}

std::string write_form(const std::vector<Member>& members) {
  std::string body;
  for (const Member& member : members) {
    if (!body.empty()) body.push_back('&');
    body += test::url_encoded(member.name) + "=" + test::url_encoded(member.form);
  }
  return body;
}

void damage(Random& random, std::string& bytes) {
  const std::size_t at = random.below(bytes.size() + 1);
  switch (random.below(5)) {
    case 0: bytes.resize(at); return;
    case 1: bytes.insert(at, random.pick(splices())); return;
    case 2: bytes += random.pick(splices()); return;
    case 3: bytes.insert(0, random.pick(splices())); return;
    default:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random.below(256));
  }
}

}  // namespace

Case generate_case(Random& random) {
  const bool api = random.chance(40);
  const bool create = !random.chance(30);
  const auto of = random.chance(20) ? catalogue::Entity::contact : catalogue::Entity::customer;
  Case made;
  if (!create) made.options |= bridge::option_patch;
  if (of == catalogue::Entity::contact) made.options |= bridge::option_contact;
  if (random.chance(15)) made.options |= bridge::option_no_atlas;
  if (api) made.options |= bridge::option_api;
  if (random.chance(30)) made.options |= country_bits(random.pick(countries));
  const std::size_t form = random.below(100);
  if (form < 10) {
    made.options |= bridge::option_batch;
    made.bytes = "[";
    for (std::size_t rows = random.below(random.chance(3) ? 210 : 6); rows > 0; --rows) {
      if (made.bytes.size() > 1) made.bytes.push_back(',');
      made.bytes += random.chance(2) ? "null" : write_object(random, generate_record(random, of, api, create));
    }
    made.bytes += "]";
  } else if (form < 20) {
    made.options |= bridge::option_form;
    made.bytes = write_form(generate_record(random, of, api, create));
  } else {
    made.bytes = write_object(random, generate_record(random, of, api, create));
  }
  while (random.chance(8)) damage(random, made.bytes);
  return made;
}

}  // namespace vestibule::parity

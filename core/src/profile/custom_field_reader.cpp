// The fields a tenant adds.
#include <algorithm>
#include <array>

#include "profile_reader.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::profile {
namespace {

using catalogue::Kind;
using json::NodeKind;

// What a kind of field may say about itself, beside what all may.
struct KindRow {
  Kind kind;
  std::uint32_t max_utf16;  // where it says nothing itself; of texts also the most it may say
  std::uint32_t most_utf16;
  bool bounds, pattern, values, scheme;
};

constexpr std::string_view kind_names[] = {"text",     "multiline", "number", "integer", "boolean", "date",
                                           "picklist", "email",     "phone",  "url",     "tax_id"};
constexpr KindRow kinds[] = {
    {Kind::text, 255, limits::custom_text_max_utf16, false, true, false, false},
    {Kind::multiline, 255, limits::custom_multiline_max_utf16, false, false, false, false},
    {Kind::number, 0, 0, true, false, false, false},
    {Kind::integer, 0, 0, true, false, false, false},
    {Kind::boolean, 0, 0, false, false, false, false},
    {Kind::date, 0, 0, false, false, false, false},
    {Kind::picklist, limits::profile_max_value_utf16, 0, false, false, true, false},
    {Kind::email, 80, 0, false, false, false, false},
    {Kind::phone, 40, 0, false, false, false, false},
    {Kind::url, 255, 0, false, false, false, false},
    {Kind::tax_id, 40, 0, false, false, false, true},
};
static_assert(std::size(kinds) == std::size(kind_names), "a row for every kind");

constexpr std::int64_t largest_exact = 9'007'199'254'740'991;  // 2^53 - 1

// An API name as Salesforce and Nue take it.
bool is_name(std::string_view name) {
  if (name.size() < limits::custom_name_min || name.size() > limits::custom_name_max) return false;
  if (!text::is_alpha(name[0]) || name.back() == '_') return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return text::is_alnum(c) || c == '_'; });
}

// Autofill tokens are lower-case words with hyphens, joined by single spaces; "section-*" may hold anything else.
bool is_autocomplete(std::string_view text) {
  bool word = false;
  for (const char c : text) {
    if (c == ' ' && !word) return false;
    word = text::is_lower(c) || text::is_digit(c) || c == '-';
    if (!word && c != ' ') return false;
  }
  return word;
}

}  // namespace

void ProfileReader::read_custom_field(Node object) {
  constexpr std::string_view members[] = {"name",        "of",     "kind",   "label",       "required",
                                          "recordTypes", "signup", "min",    "max",         "pattern",
                                          "values",      "open",   "scheme", "autocomplete"};
  if (!reader_.expect(object, NodeKind::object)) return;
  const auto member = [&](std::string_view name) { return tree_.member(object, name); };
  CustomField field;
  if (reader_.choice(member("of"), std::array<std::string_view, 2>{"customer", "contact"}) == std::size_t{1}) {
    field.info.of = Entity::contact;
  }
  read_custom_name(reader_.required(object, "name"), field);
  field.label = reader_.text(reader_.required(object, "label"), limits::profile_max_label_utf16);
  field.info.signup = reader_.boolean(member("signup"));
  field.info.create = field.info.patch = true;
  if (const Node autocomplete = member("autocomplete")) {
    field.autocomplete = reader_.text(autocomplete, limits::profile_max_label_utf16);
    if (!field.autocomplete.empty() && !is_autocomplete(field.autocomplete)) {
      reader_.add(Code::profile_choice, autocomplete, {"HTML autofill tokens"});
    }
  }
  if (const Node types = member("recordTypes")) {
    if (field.info.of == Entity::contact) {
      reader_.add(Code::profile_conflict, types, {"of"});
    } else {
      field.belongs_to = read_types(types);
    }
  }
  if (reader_.boolean(member("required"))) field.required_for = field.belongs_to;

  const Node kind = reader_.required(object, "kind");
  if (const auto chosen = reader_.choice(kind, kind_names)) {
    const KindRow& row = kinds[*chosen];
    field.info.kind = row.kind;
    field.info.max_utf16 = row.max_utf16;
    const auto only_for = [&](std::string_view name, bool taken) {
      const Node node = member(name);
      if (node != 0 && !taken) reader_.add(Code::profile_not_applicable, node, {kind_names[*chosen]});
      return taken ? node : Node{0};
    };
    const bool texts = row.most_utf16 != 0;
    const Node min = only_for("min", row.bounds);
    const Node max = only_for("max", row.bounds || texts);
    if (row.bounds) {
      const auto lowest = reader_.integer(min, -largest_exact, largest_exact);
      const auto highest = reader_.integer(max, -largest_exact, largest_exact);
      field.info.min = lowest.value_or(-largest_exact);
      field.info.max = highest.value_or(largest_exact);
      if (field.info.min > field.info.max) reader_.add(Code::profile_conflict, min != 0 ? min : max, {"max"});
    } else if (const auto most = reader_.integer(max, 1, row.most_utf16)) {
      field.info.max_utf16 = static_cast<std::uint32_t>(*most);
    }
    field.info.signup_max_utf16 = field.info.max_utf16;
    read_pattern(only_for("pattern", row.pattern), field);
    only_for("values", row.values);
    only_for("open", row.values);
    if (row.values) {
      field.values = {read_values(reader_.required(object, "values"), limits::profile_max_value_utf16),
                      reader_.boolean(member("open"))};
    }
    only_for("scheme", row.scheme);
    if (row.scheme) {
      std::array<std::string_view, checks::tax_scheme_count> schemes;
      for (std::size_t i = 0; i < schemes.size(); ++i) schemes[i] = checks::name_of(static_cast<checks::TaxScheme>(i));
      if (const auto scheme = reader_.choice(reader_.required(object, "scheme"), schemes)) {
        field.scheme = static_cast<checks::TaxScheme>(*scheme);
        field.parse_tax_id = &checks::parse_tax_id;
      }
    }
  }
  reader_.refuse_others(object, members);
  profile_.custom_.push_back(std::move(field));
}

void ProfileReader::read_custom_name(Node node, CustomField& field) {
  if (node == 0 || !reader_.expect(node, NodeKind::string)) return;
  const std::string_view name = tree_[node].text;
  if (!is_name(name)) return reader_.add(Code::profile_name, node);
  // Salesforce compares names without regard to case, so neither spelling may be taken twice.
  const catalogue::FieldRange fields = catalogue::fields_of(field.info.of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    if (text::equals_ignoring_case(catalogue::field_table[i].name, name)) {
      reader_.add(Code::profile_clash, node, {catalogue::field_table[i].name});
    }
  }
  for (const CustomField& other : profile_.custom_) {
    if (other.info.of == field.info.of && text::equals_ignoring_case(other.info.name, name)) {
      reader_.add(Code::profile_duplicate, node);
      break;
    }
  }
  field.info.name = name;
}

void ProfileReader::read_pattern(Node node, CustomField& field) {
  if (node == 0 || !reader_.expect(node, NodeKind::string)) return;
  field.pattern_text = tree_[node].text;
  auto pattern = Pattern::compile(field.pattern_text);
  if (!pattern) {
    return reader_.add(Code::profile_pattern, node, {std::to_string(pattern.error().offset), pattern.error().what});
  }
  // A record may fill every field, so what counts is their sum; the pattern that goes over it is named, and only that one.
  const bool within = pattern_work_ <= limits::pattern_max_work;
  pattern_work_ += pattern.value().steps() * field.info.max_utf16;
  if (within && pattern_work_ > limits::pattern_max_work) {
    reader_.add(Code::profile_limit, node, {"steps of patterns x max", std::to_string(limits::pattern_max_work)});
  }
  field.pattern = std::move(pattern.value());
}

RecordTypes ProfileReader::read_types(Node array) {
  RecordTypes types = 0;
  for (const Node item : reader_.items(array, "record types", limits::profile_max_record_types)) {
    if (!reader_.expect(item, NodeKind::string)) continue;
    RecordTypes found = 0;
    for (std::size_t i = 0; i < profile_.record_types_.size(); ++i) {
      if (profile_.record_types_[i].value == tree_[item].text) found = RecordTypes{1} << i;
    }
    if (found == 0) {
      const std::string_view meant =
          catalogue::find_value(profile_.list(catalogue::Picklist::record_type), tree_[item].text);
      reader_.add(Code::profile_reference, item, {"record type"}, meant.empty() ? std::nullopt : std::optional{meant});
    } else if ((types & found) != 0) {
      reader_.add(Code::profile_duplicate, item);
    }
    types |= found;
  }
  return types;
}

}  // namespace vestibule::profile

#include "profile_reader.hpp"

#include <algorithm>
#include <string>

#include "vestibule/checks/host.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/closest.hpp"

namespace vestibule::profile {

using catalogue::Field;
using catalogue::Picklist;
using json::NodeKind;

namespace {

constexpr std::string_view entities[] = {"customer", "contact"};

}  // namespace

void ProfileReader::read() {
  constexpr std::string_view members[] = {"v",      "recordTypes",   "picklists",   "customFields", "required",
                                          "hidden", "countryOnWire", "defaultType", "mailDomains",  "sync"};
  if (!reader_.expect(0, NodeKind::object)) return;
  const Node version = reader_.required(0, "v");
  if (version != 0 && reader_.expect(version, NodeKind::number) && tree_[version].text != "1") {
    reader_.add(Code::profile_version, version);
  }
  read_record_types(tree_.member(0, "recordTypes"));
  read_picklists(tree_.member(0, "picklists"));
  if (const Node fields = tree_.member(0, "customFields")) {
    const auto items = reader_.items(fields, "custom fields", limits::profile_max_fields);
    for (const Node item : items) read_custom_field(item);
  }
  read_types_required(tree_.member(0, "recordTypes"));
  read_required(tree_.member(0, "required"));
  read_hidden(tree_.member(0, "hidden"));
  read_sync(tree_.member(0, "sync"));
  read_mail_domains(tree_.member(0, "mailDomains"));

  constexpr std::string_view on_wire[] = {"code", "name"};
  if (reader_.choice(tree_.member(0, "countryOnWire"), on_wire) == std::size_t{1}) {
    profile_.country_on_wire_ = CountryOnWire::name;
  }
  const Node type = tree_.member(0, "defaultType");
  const catalogue::ValueList& types = profile_.list(Picklist::type);
  if (const std::string_view text = reader_.text(type, limits::profile_max_value_utf16); !text.empty()) {
    profile_.default_type_ = text;
  }
  // Where nothing is given, Nue's own default must still be on the tenant's list.
  const std::string_view listed = catalogue::find_value(types, profile_.default_type_);
  if (!types.open && listed != profile_.default_type_) {
    text::Closest closest{profile_.default_type_};
    for (const std::string_view value : types.values) closest.offer(value);
    reader_.add(Code::profile_reference, type, {"value of type"},
                closest.best().empty() ? std::nullopt : std::optional{closest.best()});
  }
  reader_.refuse_others(0, members);
}

void ProfileReader::read_record_types(Node array) {
  if (array == 0) return;
  const auto items = reader_.items(array, "record types", limits::profile_max_record_types);
  profile_.record_types_.clear();
  for (const Node item : items) read_record_type(item);
  profile_.values_.emplace_back();
  for (const RecordType& type : profile_.record_types_) profile_.values_.back().push_back(type.value);
  profile_.lists_[static_cast<std::size_t>(Picklist::record_type)] = {profile_.values_.back(), false};
}

// Every item leaves a record type, so that its place in the array is its place in the profile.
void ProfileReader::read_record_type(Node object) {
  constexpr std::string_view members[] = {"value", "label", "extends", "required"};
  RecordType& type = profile_.record_types_.emplace_back();
  if (!reader_.expect(object, NodeKind::object)) return;
  const Node value = reader_.required(object, "value");
  const std::string_view text = reader_.text(value, limits::profile_max_name_utf16);
  if (profile_.types_of(text) != every_record && !text.empty()) reader_.add(Code::profile_duplicate, value);
  type.label = reader_.text(tree_.member(object, "label"), limits::profile_max_label_utf16);

  const catalogue::ValueList built_in = catalogue::built_in(Picklist::record_type);
  const Node extends = tree_.member(object, "extends");
  const std::string_view own = catalogue::find_value(built_in, text);
  if (!own.empty()) {
    // Another spelling of one of Nue's own would be two names for one thing.
    if (own != text) {
      reader_.add(Code::profile_clash, value, {own}, own);
    } else if (extends != 0) {
      reader_.add(Code::profile_conflict, extends, {"value"});
    }
    type.base = own;
  } else if (const auto base = reader_.choice(extends, built_in.values)) {
    type.base = built_in.values[*base];
  } else if (extends == 0 && !text.empty()) {
    reader_.add(Code::profile_missing, object, {"extends"});
  }
  type.value = text;
  reader_.refuse_others(object, members);
}

void ProfileReader::read_picklists(Node object) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  constexpr std::string_view members[] = {"open", "values"};
  std::vector<std::string_view> names;
  for (std::size_t i = 1; i < catalogue::picklist_count; ++i) {
    const auto list = static_cast<Picklist>(i);
    if (list == Picklist::record_type) continue;  // "recordTypes" says more than a list could
    names.push_back(catalogue::name_of(list));
    const Node member = tree_.member(object, names.back());
    if (member == 0 || !reader_.expect(member, NodeKind::object)) continue;
    catalogue::ValueList& values = profile_.lists_[i];
    if (const Node open = tree_.member(member, "open")) values.open = reader_.boolean(open);
    values.values = read_values(reader_.required(member, "values"), limits::profile_max_value_utf16);
    reader_.refuse_others(member, members);
  }
  reader_.refuse_others(object, names);
}

std::span<const std::string_view> ProfileReader::read_values(Node array, std::size_t max_utf16) {
  std::vector<std::string_view> values;
  for (const Node item : reader_.items(array, "values", limits::profile_max_values)) {
    const std::string_view value = reader_.text(item, max_utf16);
    if (value.empty()) continue;
    if (catalogue::find_value({values, false}, value).empty()) {
      values.push_back(value);
    } else {
      reader_.add(Code::profile_duplicate, item);
    }
  }
  return profile_.values_.emplace_back(std::move(values));
}

template <class Each>
void ProfileReader::each_field(Node array, Entity of, const Each& each) {
  std::vector<std::string_view> seen;
  for (const Node item : reader_.items(array, "fields", catalogue::field_count + limits::profile_max_fields)) {
    if (!reader_.expect(item, NodeKind::string)) continue;
    const std::string_view name = tree_[item].text;
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      reader_.add(Code::profile_duplicate, item);
      continue;
    }
    seen.push_back(name);
    const auto field = catalogue::find_field(name, of);
    const bool built_in = field && catalogue::info(*field).kind != catalogue::Kind::reserved;
    const auto place = built_in ? std::nullopt : profile_.find_custom(name, of);
    if (!built_in && !place) {
      text::Closest closest{name};
      const catalogue::FieldRange fields = catalogue::fields_of(of);
      for (std::size_t i = fields.begin; i < fields.end; ++i) closest.offer(catalogue::field_table[i].name);
      for (const CustomField& known : profile_.custom_fields()) {
        if (known.info.of == of) closest.offer(known.info.name);
      }
      reader_.add(Code::profile_reference, item, {"field"},
                  closest.best().empty() ? std::nullopt : std::optional{closest.best()});
      continue;
    }
    each(item, field, place ? &profile_.custom_[*place] : nullptr);
  }
}

void ProfileReader::require(Node array, Entity of, RecordTypes types) {
  each_field(array, of, [&](Node item, std::optional<Field> field, CustomField* custom) {
    if (custom != nullptr) {
      // A record of another type could never have it.
      if (custom->belongs_to != every_record && (types & ~custom->belongs_to) != 0) {
        return reader_.add(Code::profile_conflict, item, {"recordTypes"});
      }
      custom->required_for |= types;
      return;
    }
    if (!catalogue::info(*field).create) return reader_.add(Code::profile_read_only, item);
    profile_.required_[catalogue::index(*field)] |= types;
  });
}

void ProfileReader::read_types_required(Node array) {
  if (array == 0 || tree_[array].kind != NodeKind::array) return;
  for (Node item = tree_[array].first; item != 0; item = tree_[item].next) {
    const std::size_t place = tree_[item].place;
    if (tree_[item].kind != NodeKind::object || place >= profile_.record_types_.size()) continue;
    const Node required = tree_.member(item, "required");
    if (required == 0) continue;
    // What one of Nue's own types asks for, those that extend it ask for too.
    RecordTypes types = 0;
    const RecordType& type = profile_.record_types_[place];
    for (std::size_t i = 0; i < profile_.record_types_.size(); ++i) {
      const bool extends = type.value == type.base && profile_.record_types_[i].base == type.base;
      if (i == place || extends) types |= RecordTypes{1} << i;
    }
    require(required, Entity::customer, types);
  }
}

void ProfileReader::read_required(Node object) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  for (std::size_t i = 0; i < std::size(entities); ++i) {
    require(tree_.member(object, entities[i]), static_cast<Entity>(i), every_record);
  }
  reader_.refuse_others(object, entities);
}

void ProfileReader::read_hidden(Node object) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  for (std::size_t i = 0; i < std::size(entities); ++i) {
    const auto of = static_cast<Entity>(i);
    each_field(tree_.member(object, entities[i]), of,
               [&](Node item, std::optional<Field> field, const CustomField* custom) {
                 // A custom field is hidden by not being offered: "signup" says so.
                 if (custom != nullptr) return reader_.add(Code::profile_conflict, item, {"signup"});
                 if (catalogue::info(*field).required || profile_.required_for(*field) != 0) {
                   return reader_.add(Code::profile_conflict, item, {"required"});
                 }
                 profile_.hidden_[catalogue::index(*field)] = true;
               });
  }
  reader_.refuse_others(object, entities);
}

void ProfileReader::read_mail_domains(Node object) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  constexpr std::string_view members[] = {"domains", "policy"};
  constexpr std::string_view policies[] = {"off", "warn", "refuse"};
  const auto policy = reader_.choice(reader_.required(object, "policy"), policies);
  if (policy) profile_.mail_policy_ = static_cast<MailPolicy>(*policy);
  const auto items = reader_.items(reader_.required(object, "domains"), "domains", limits::profile_max_mail_domains);
  for (const Node item : items) read_mail_domain(item);
  std::sort(profile_.mail_domains_.begin(), profile_.mail_domains_.end());
  reader_.refuse_others(object, members);
}

void ProfileReader::read_mail_domain(Node node) {
  const std::string_view domain = reader_.text(node, limits::host_max_octets);
  if (domain.empty()) return;
  std::string lower{domain};
  for (char& c : lower) c = text::to_lower(c);
  const bool usable = text::is_ascii(domain) && checks::is_public_host(lower);
  if (!usable || lower != domain) {
    return reader_.add(Code::profile_domain, node, {}, usable ? std::optional<std::string_view>{lower} : std::nullopt);
  }
  std::vector<std::string_view>& known = profile_.mail_domains_;
  if (std::find(known.begin(), known.end(), domain) != known.end()) return reader_.add(Code::profile_duplicate, node);
  known.push_back(domain);
}

Result<Profile, std::vector<Finding>> Profile::parse(std::string_view json) {
  Profile profile;
  json::Tree tree;
  std::vector<Finding> findings;
  if (const auto problem = json::Tree::parse(json, limits::profile_max_bytes, profile.text_, tree)) {
    findings.push_back({problem->code, Severity::error, problem->pointer, problem->params, std::nullopt});
    return findings;
  }
  ProfileReader{tree, profile, findings}.read();
  if (!findings.empty()) return findings;
  return profile;
}

}  // namespace vestibule::profile

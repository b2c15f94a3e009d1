#include "address_queries.hpp"

#include <array>
#include <string_view>

#include "vestibule/address/format.hpp"
#include "vestibule/address/split.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::bridge {
namespace {

using atlas::Part;

// By Part; the package's names, which are those of the fields where there is one.
constexpr std::array<std::string_view, atlas::part_count> part_names{
    "name", "organization", "street", "district", "city", "state", "postalCode", "sortingCode"};

constexpr std::array<std::string_view, 4> postal_labels{"postal", "zip", "eircode", "pin"};
constexpr std::array<std::string_view, 12> area_labels{"province", "state",      "island", "department",
                                                       "parish",   "county",     "oblast", "emirate",
                                                       "area",     "prefecture", "do_si",  "district"};
constexpr std::array<std::string_view, 4> city_labels{"city", "district", "post_town", "suburb"};
constexpr std::array<std::string_view, 5> district_labels{"suburb", "neighborhood", "district", "townland",
                                                          "village_township"};
constexpr std::array<std::string_view, 4> confidences{"none", "low", "medium", "high"};

atlas::AddressFormats formats_of(const QueryContext& context) {
  return atlas::AddressFormats{context.atlas != nullptr ? context.atlas->section("ADDR") : std::string_view{}};
}

std::string_view label_of(const atlas::AddressFormat& format, Part part) {
  switch (part) {
    case Part::postal_code: return postal_labels[static_cast<std::size_t>(format.postal_label)];
    case Part::admin_area: return area_labels[static_cast<std::size_t>(format.admin_area_label)];
    case Part::locality: return city_labels[static_cast<std::size_t>(format.locality_label)];
    case Part::dependent_locality: return district_labels[static_cast<std::size_t>(format.dependent_locality_label)];
    default: return part_names[static_cast<std::size_t>(part)];
  }
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out.append(",\"").append(name).append("\":");
  json::append_string(out, text);
}

void append_areas(std::string& out, const atlas::Areas& areas) {
  out += ",\"areas\":[";
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (i > 0) out.push_back(',');
    out += "{\"value\":";
    json::append_string(out, areas.label(i, false));
    append_member(out, "name", areas.name(i));
    if (const std::string latin = areas.latin(i); !latin.empty()) append_member(out, "latin", latin);
    if (const std::string iso = areas.iso(i); !iso.empty()) append_member(out, "iso", iso);
    out.push_back('}');
  }
  out.push_back(']');
}

}  // namespace

// country, "latin" or "", "areas" or ""
void answer_address_layout(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view country = arguments.next();
  const bool latin = arguments.next() == "latin";
  const bool with_areas = arguments.next() == "areas";
  const atlas::AddressFormats formats = formats_of(context);
  const auto format = formats.find(country);
  if (!format) {
    out += "null";
    return;
  }
  out += "{\"country\":";
  json::append_string(out, country);
  append_member(out, "name", format->name());
  out += ",\"parts\":[";
  atlas::PartSet seen = 0;
  for (const char c : format->layout(latin)) {
    if (c < 1 || c > static_cast<char>(atlas::part_count)) continue;
    const auto part = static_cast<Part>(c - 1);
    if (atlas::has(seen, part)) continue;
    if (seen != 0) out.push_back(',');
    seen |= atlas::set_of(part);
    out += "{\"part\":";
    json::append_string(out, part_names[static_cast<std::size_t>(part)]);
    append_member(out, "label", label_of(*format, part));
    out += atlas::has(format->required, part) ? ",\"required\":true" : ",\"required\":false";
    if (part == Part::postal_code) {
      const std::string example = formats.postal_example(country);
      if (!example.empty()) append_member(out, "example", example);
    }
    if (part == Part::admin_area && with_areas && !format->areas.empty()) append_areas(out, format->areas);
    out.push_back('}');
  }
  out += "]}";
}

// country, "lines" or "line", "latin", "local" or "", "country" or "", then the parts in their order
void answer_address_format(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view country = arguments.next();
  const bool one_line = arguments.next() == "line";
  const std::string_view script = arguments.next();
  address::LabelOptions options;
  if (script == "latin") options.script = address::Script::latin;
  if (script == "local") options.script = address::Script::local;
  options.country_line = arguments.next() == "country";
  address::Parts parts;
  for (std::string_view& text : parts.text) text = arguments.next();
  const atlas::AddressFormats formats = formats_of(context);
  if (formats.empty()) {
    out += "null";
    return;
  }
  json::append_string(out, one_line ? address::format_line(formats, country, parts, options)
                                    : address::format_label(formats, country, parts, options));
}

// the block, the country that is meant if it names none
void answer_address_split(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view block = arguments.next();
  const std::string_view hint = arguments.next();
  const atlas::AddressFormats formats = formats_of(context);
  if (formats.empty()) {
    out += "null";
    return;
  }
  const auto split = address::split_address(formats, block, hint);
  out += "{\"parts\":{";
  bool first = true;
  const auto append_part = [&](std::string_view name, std::string_view text, address::Confidence confidence) {
    if (confidence == address::Confidence::none) return;
    if (!first) out.push_back(',');
    first = false;
    out.append("\"").append(name).append("\":{\"text\":");
    json::append_string(out, text);
    append_member(out, "confidence", confidences[static_cast<std::size_t>(confidence)]);
    out.push_back('}');
  };
  for (std::uint8_t slot = 0; slot < atlas::part_count; ++slot) {
    append_part(part_names[slot], split.text(slot), split.confidence(slot));
  }
  append_part("country", split.text(address::country_slot), split.country_confidence);
  out += "},\"country\":";
  json::append_string(out, split.country);
  append_member(out, "rest", split.text(address::rest_slot));
  out.push_back('}');
}

// a name or a code
void answer_country_find(Arguments arguments, const QueryContext& context, std::string& out) {
  const atlas::AddressFormats formats = formats_of(context);
  const std::string code = atlas::find_country(formats, arguments.next());
  const auto format = formats.find(code);
  if (!format) {
    out += "null";
    return;
  }
  out += "{\"code\":";
  json::append_string(out, code);
  append_member(out, "name", format->name());
  out.push_back('}');
}

}  // namespace vestibule::bridge

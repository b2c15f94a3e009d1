#include "vestibule/address/format.hpp"

#include <algorithm>
#include <vector>

#include "vestibule/checks/postal_code.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/upper.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::address {
namespace {

using atlas::Part;

constexpr bool is_part(char c) { return c >= 1 && c <= static_cast<char>(atlas::part_count); }
constexpr Part part_of(char c) { return static_cast<Part>(c - 1); }

// Letters beyond Latin, Latin additions and punctuation: from Greek on, without the general punctuation.
bool has_other_script(const Parts& parts) {
  for (const std::string_view part : parts.text) {
    for (std::size_t at = 0; at < part.size();) {
      const text::Decoded current = text::decode(part, at);
      at += current.size;
      const char32_t c = current.code_point;
      const bool latin = c < 0x370 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2000 && c < 0x2C00);
      if (!latin) return true;
    }
  }
  return false;
}

enum class Separator : std::uint8_t { comma, arabic_comma, space, none };

// What stands between the lines when they become one: libaddressinput's choice, by the script of the label.
Separator separator_of(std::string_view label) {
  for (std::size_t at = 0; at < label.size();) {
    const text::Decoded current = text::decode(label, at);
    at += current.size;
    const char32_t c = current.code_point;
    if (c >= 0x0600 && c < 0x0700) return Separator::arabic_comma;
    if ((c >= 0x0E00 && c < 0x0E80) || (c >= 0xAC00 && c < 0xD7B0)) return Separator::space;
    if ((c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xA000)) return Separator::none;
  }
  return Separator::comma;
}

// A layout with the locality beside the street, for countries whose forms do not ask for it.
std::string with_locality(std::string layout) {
  const auto at = [&](Part part) { return layout.find(static_cast<char>(1 + static_cast<int>(part))); };
  const std::size_t street = at(Part::street);
  if (street == std::string::npos) return layout;
  const bool large_to_small = std::min(at(Part::admin_area), at(Part::postal_code)) < street;
  constexpr char locality = static_cast<char>(1 + static_cast<int>(Part::locality));
  const std::string added = large_to_small ? std::string{locality, '\n'} : std::string{'\n', locality};
  layout.insert(large_to_small ? street : street + 1, added);
  return layout;
}

// The layout without what empty parts leave behind: a sign stays unless the part after it is empty or the one before it has
// gone. Newlines stay.
std::string pruned(std::string_view layout, const Parts& parts) {
  std::string kept;
  // A run of signs counts as one.
  for (std::size_t at = 0; at < layout.size();) {
    if (layout[at] == '\n' || (is_part(layout[at]) && !parts[part_of(layout[at])].empty())) {
      kept.push_back(layout[at++]);
      continue;
    }
    if (is_part(layout[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < layout.size() && layout[end] != '\n' && !is_part(layout[end])) ++end;
    const bool before_empty = end < layout.size() && is_part(layout[end]) && parts[part_of(layout[end])].empty();
    const bool after_gone = at > 0 && is_part(layout[at - 1]) && (kept.empty() || !is_part(kept.back()));
    if (!before_empty && !after_gone) kept.append(layout.substr(at, end - at));
    at = end;
  }
  return kept;
}

// Lines as libaddressinput makes them; empty ones are left out.
std::string written(std::string_view layout, const Parts& parts, atlas::PartSet upper, text::CapitalI capital_i) {
  std::string label;
  std::string line;
  const auto end_line = [&] {
    if (line.find_first_not_of(' ') != std::string::npos) {
      if (!label.empty()) label.push_back('\n');
      label.append(line);
    }
    line.clear();
  };
  for (const char c : layout) {
    if (c == '\n') {
      end_line();
    } else if (!is_part(c)) {
      line.push_back(c);
    } else {
      std::string_view rest = parts[part_of(c)];
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (atlas::has(upper, part_of(c))) {
          text::append_upper(line, rest.substr(0, end), capital_i);
        } else {
          line.append(rest.substr(0, end));
        }
        rest.remove_prefix(end);
        if (rest.empty()) break;
        rest.remove_prefix(1);
        end_line();
      }
    }
  }
  end_line();
  return label;
}

}  // namespace

std::string format_label(const atlas::AddressFormats& formats, std::string_view country, const Parts& given,
                         const LabelOptions& options) {
  auto found = formats.find(country);
  if (!found) found = formats.find("ZZ");
  const atlas::AddressFormat format = found.value_or(atlas::AddressFormat{});
  const bool latin =
      options.script == Script::latin || (options.script == Script::as_typed && !has_other_script(given));
  Parts parts = given;
  std::string area;
  if (const auto match = format.areas.find(parts[Part::admin_area], country)) {
    area = format.areas.label(match->index, options.script == Script::latin || match->latin);
    parts[Part::admin_area] = area;
  }
  const auto code = checks::read_postal_code(format, country, parts[Part::postal_code]);
  if (code.verdict == checks::PostalVerdict::fits) parts[Part::postal_code] = code.text;

  std::string layout = format.layout(latin);
  const std::string_view city = parts[Part::locality];
  if (!city.empty() && !atlas::has(format.used, Part::locality) && !text::loosely_equal(city, format.name())) {
    layout = with_locality(std::move(layout));
  }
  const auto capital_i = country == "TR" || country == "AZ" ? text::CapitalI::dotted : text::CapitalI::plain;
  std::string label =
      written(pruned(layout, parts), parts, options.capitals ? format.upper : atlas::PartSet{0}, capital_i);
  if (options.country_line && !format.name().empty()) {
    if (!label.empty()) label.push_back('\n');
    text::append_upper(label, format.name());
  }
  return label;
}

std::string format_line(const atlas::AddressFormats& formats, std::string_view country, const Parts& parts,
                        const LabelOptions& options) {
  const std::string label = format_label(formats, country, parts, options);
  const Separator separator = separator_of(label);
  std::string line;
  for (const char c : label) {
    if (c != '\n') {
      line.push_back(c);
    } else if (separator == Separator::comma) {
      line.append(", ");
    } else if (separator == Separator::arabic_comma) {
      line.append("\u060C ");
    } else if (separator == Separator::space) {
      line.push_back(' ');
    }
  }
  return line;
}

}  // namespace vestibule::address

#include "vestibule/text/normalize.hpp"

#include "mappings.hpp"
#include "segment.hpp"
#include "unicode_data.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

// Bytes at the start of `input` that are NFC whatever follows them: all of it, or up to the last cut before the first doubt.
std::size_t nfc_prefix(std::string_view input) {
  std::size_t cut = 0;
  std::uint8_t last_class = 0;
  for (std::size_t at = 0; at < input.size();) {
    if (static_cast<unsigned char>(input[at]) < 0x80) {
      cut = at++;
      last_class = 0;
      continue;
    }
    const Decoded current = decode(input, at);
    const Properties properties = properties_of(current.code_point);
    if (properties.begins_segment()) {
      cut = at;
      last_class = 0;
    } else {
      const std::uint8_t combining_class = properties.combining_class();
      const bool out_of_order = combining_class != 0 && combining_class < last_class;
      if (properties.in_nfc() != InNfc::yes || out_of_order) return cut;
      last_class = combining_class;
    }
    at += current.size;
  }
  return input.size();
}

void flush(Segment& segment, std::string& out) {
  segment.order();
  segment.compose();
  for (std::size_t i = 0; i < segment.size(); ++i) append_utf8(out, segment[i]);
  segment.clear();
}

}  // namespace

bool to_nfc(std::string_view input, std::string& out) {
  const std::size_t prefix = nfc_prefix(input);
  if (prefix == input.size()) return false;
  const std::size_t begin = out.size();
  out.append(input.substr(0, prefix));
  Segment segment;
  for (std::size_t at = prefix; at < input.size();) {
    const Decoded current = decode(input, at);
    at += current.size;
    if (properties_of(current.code_point).begins_segment()) flush(segment, out);
    segment.add(current.code_point);
  }
  flush(segment, out);
  if (std::string_view{out}.substr(begin) != input) return true;
  out.resize(begin);
  return false;
}

bool is_nfc(std::string_view input) {
  if (nfc_prefix(input) == input.size()) return true;
  std::string composed;
  return !to_nfc(input, composed);
}

std::size_t marks_inside(char32_t code_point) {
  Mapping mapping;
  const std::size_t size = decompose(code_point, Form::canonical, mapping);
  std::size_t count = 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (classify(mapping[i]) == CharacterClass::mark) ++count;
  }
  return count;
}

}  // namespace vestibule::text

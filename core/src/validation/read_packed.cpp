#include "vestibule/validation/read_packed.hpp"

#include "vestibule/atlas/bytes.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::validation {
namespace {

using customer::RecordView;
using customer::ValueKind;
using customer::ValueView;

constexpr std::size_t count_size = 4;
constexpr std::size_t entry_size = 8;

struct Entry {
  std::uint16_t place;
  std::uint16_t kind;
  std::uint32_t length;
};

// Precondition: the bytes hold that many entries.
Entry read_entry(std::string_view bytes, std::size_t index) {
  const auto entry = atlas::load<std::uint64_t>(bytes.data() + count_size + entry_size * index);
  return {static_cast<std::uint16_t>(entry), static_cast<std::uint16_t>(entry >> 16),
          static_cast<std::uint32_t>(entry >> 32)};
}

// Takes `units` UTF-16 units from the front of `text`, which is not all ASCII; false when it has fewer or the cut would split a
// pair.
bool take_wide(std::string_view& text, std::uint32_t units, std::string_view& taken) {
  std::size_t at = text::ascii_prefix(text.substr(0, units));
  units -= static_cast<std::uint32_t>(at);
  while (units > 0) {
    if (at == text.size()) return false;
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::uint32_t wide = lead >= 0xF0 ? 2 : 1;
    if (wide > units) return false;
    units -= wide;
    at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
  taken = text.substr(0, at);
  text.remove_prefix(at);
  return true;
}

// The same of a text that is all `ascii` or not. Most are, where a unit is a byte.
bool take(std::string_view& text, bool ascii, std::uint32_t units, std::string_view& taken) {
  if (!ascii) return take_wide(text, units, taken);
  if (units > text.size()) return false;
  taken = {text.data(), units};
  text.remove_prefix(units);
  return true;
}

constexpr bool has_text(ValueKind kind) { return kind == ValueKind::string || kind == ValueKind::number; }

bool is_custom(customer::Member place, const Options& options) {
  if (options.tenant() == nullptr || place < customer::custom_member) return false;
  const auto& custom = options.tenant()->custom_fields();
  const auto own = static_cast<std::size_t>(place - customer::custom_member);
  return own < custom.size() && custom[own].info.of == options.of;
}

constexpr PackedProblem damaged{Code::packed_syntax, {}, 0};

constexpr PackedProblem over(std::string_view what, std::size_t max) { return {Code::json_limit, what, max}; }

}  // namespace

std::optional<PackedProblem> read_packed(std::string_view bytes, RecordView& record, const Options& options) {
  record.start(0);
  if (bytes.size() > limits::record_max_bytes) return PackedProblem{Code::limit_input, {}, limits::record_max_bytes};
  if (bytes.size() < count_size) return damaged;
  const std::size_t count = atlas::read_u32(bytes, 0);
  if (count > (bytes.size() - count_size) / entry_size) return damaged;
  std::string_view text = bytes.substr(count_size + count * entry_size);
  const bool ascii = text::is_ascii(text);
  if (!ascii && text::first_invalid_utf8(text) != text.size()) return damaged;

  const catalogue::FieldRange fields = catalogue::fields_of(options.of);
  std::size_t members = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Entry entry = read_entry(bytes, i);
    if (++members > limits::json_max_members) return over("members", limits::json_max_members);
    ValueView value;
    if (entry.place == packed_unknown) {
      if (!take(text, ascii, entry.length, value.text)) return damaged;
      if (value.text.size() > limits::json_max_key_bytes) return over("key bytes", limits::json_max_key_bytes);
      record.add_unknown(value.text);
      continue;
    }
    const bool of_catalogue = entry.place >= fields.begin && entry.place < fields.end;
    if (!of_catalogue && !is_custom(entry.place, options)) return damaged;
    if (entry.kind == 0 || entry.kind > static_cast<std::uint16_t>(ValueKind::other)) return damaged;
    if (record.value(entry.place).kind != ValueKind::absent) return damaged;
    value.kind = static_cast<ValueKind>(entry.kind);
    if (value.kind == ValueKind::array) {
      value.first_item = static_cast<std::uint32_t>(record.items().size());
      value.item_count = entry.length;
      for (std::uint32_t item = 0; item < entry.length; ++item) {
        std::string_view item_text;
        if (++i >= count || read_entry(bytes, i).place != packed_item) return damaged;
        if (!take(text, ascii, read_entry(bytes, i).length, item_text)) return damaged;
        record.add_item(item_text);
      }
    } else if (has_text(value.kind)) {
      if (!take(text, ascii, entry.length, value.text)) return damaged;
    } else if (entry.length != 0) {
      return damaged;
    }
    record.set(entry.place, value);
  }
  if (!text.empty()) return damaged;
  return std::nullopt;
}

}  // namespace vestibule::validation

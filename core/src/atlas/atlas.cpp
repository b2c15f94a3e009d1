#include "vestibule/atlas/atlas.hpp"

#include "phone_reader.hpp"
#include "vestibule/atlas/bytes.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::string_view magic = "VATL";
constexpr std::size_t head_size = 12;
constexpr std::size_t entry_size = 12;

constexpr std::string_view phone_tag = "PHON";

std::size_t entry_at(std::size_t index) { return head_size + entry_size * index; }

}  // namespace

Result<Atlas, Code> Atlas::open(std::string_view bytes) {
  const bool framed = bytes.size() >= head_size && bytes.starts_with(magic) && read_u32(bytes, 4) == version;
  const std::size_t count = read_u32(bytes, 8);
  if (!framed || count > (bytes.size() - head_size) / entry_size) return Code::atlas_damaged;
  std::string_view before;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view tag = bytes.substr(entry_at(i), 4);
    const std::size_t offset = read_u32(bytes, entry_at(i) + 4);
    const std::size_t size = read_u32(bytes, entry_at(i) + 8);
    if (tag <= before || offset > bytes.size() || size > bytes.size() - offset) return Code::atlas_damaged;
    before = tag;
  }
  Atlas atlas{bytes};
  const std::string_view packed = atlas.packed_section(phone_tag);
  atlas.phone_ = read_phone_section(packed);
  if (!packed.empty() && atlas.phone_.empty()) return Code::atlas_damaged;
  return atlas;
}

std::string_view Atlas::section(std::string_view tag) const {
  return read_u32(tag, 0) == read_u32(phone_tag, 0) ? std::string_view{phone_} : packed_section(tag);
}

std::string_view Atlas::packed_section(std::string_view tag) const {
  const std::size_t count = read_u32(bytes_, 8);
  // As one number each: records ask many times.
  const std::uint32_t wanted = read_u32(tag, 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (read_u32(bytes_, entry_at(i)) != wanted) continue;
    return bytes_.substr(read_u32(bytes_, entry_at(i) + 4), read_u32(bytes_, entry_at(i) + 8));
  }
  return {};
}

}  // namespace vestibule::atlas

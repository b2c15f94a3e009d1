#include "vestibule/atlas/atlas.hpp"

#include "phone_reader.hpp"
#include "vestibule/atlas/bytes.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::string_view magic = "VATL";
constexpr std::size_t head_size = 12;
constexpr std::size_t entry_size = 12;
constexpr PhonePlans no_phones;

std::size_t entry_at(std::size_t index) { return head_size + entry_size * index; }

}  // namespace

Result<Atlas, Code> Atlas::open(std::string_view bytes, Unpack unpack) {
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
  const std::string_view phones = atlas.section("PHON");
  if (!phones.empty()) {
    atlas.phones_ = PhoneReader::open(phones);
    const bool whole = atlas.phones_ != nullptr && (unpack == Unpack::as_needed || atlas.phones_->read_all());
    if (!whole) return Code::atlas_damaged;
  }
  return atlas;
}

Atlas::Atlas(std::string_view bytes) : bytes_{bytes} {}
Atlas::Atlas(Atlas&&) noexcept = default;
Atlas& Atlas::operator=(Atlas&&) noexcept = default;
Atlas::~Atlas() = default;

const PhonePlans& Atlas::phones() const { return phones_ != nullptr ? phones_->plans() : no_phones; }

const PhonePlans& phones_of(const Atlas* atlas) { return atlas != nullptr ? atlas->phones() : no_phones; }

std::string_view Atlas::section(std::string_view tag) const {
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

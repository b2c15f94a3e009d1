#include "random_id.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>

#include "vestibule/ids/uuid.hpp"

namespace vestibule::sandbox {

std::string random_uuid() {
  std::array<std::uint8_t, 16> bytes{};
  // Cannot fail for 16 bytes on a system this runs on; without randomness there would be equal ids.
  if (getentropy(bytes.data(), bytes.size()) != 0) std::abort();
  return ids::to_string(ids::make_uuid_v4(bytes));
}

}  // namespace vestibule::sandbox

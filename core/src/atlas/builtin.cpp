#include "vestibule/atlas/builtin.hpp"

namespace vestibule::atlas {

// builtin_bytes is defined in the file that cmake/vestibule-embed.cmake makes of core/data/atlas.bin.

const Atlas& builtin() {
  // Opening checks the frame; a build embeds only what scripts/build-atlas wrote, and a test opens it.
  static const auto opened = Atlas::open(builtin_bytes);
  return opened.value();
}

}  // namespace vestibule::atlas

#include "vestibule/atlas/builtin.hpp"

namespace vestibule::atlas {

// builtin_bytes is defined in the file that cmake/vestibule-embed.cmake makes of core/data/atlas.bin.

const Atlas& builtin() {
  // Opening checks the frame; a build embeds only what scripts/build-atlas wrote, and a test opens it.
  static const Atlas atlas = Atlas::open(builtin_bytes).value();
  return atlas;
}

}  // namespace vestibule::atlas

#include "vestibule/profile/supported.hpp"

namespace vestibule::profile {

#if defined(__EMSCRIPTEN__)
bool supported() { return true; }
#endif

}  // namespace vestibule::profile

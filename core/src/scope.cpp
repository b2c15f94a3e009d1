#include "vestibule/scope.hpp"

namespace vestibule {

#if defined(__EMSCRIPTEN__)
bool signup_only() { return false; }
#endif

}  // namespace vestibule

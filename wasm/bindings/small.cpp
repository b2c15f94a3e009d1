// What the module that a browser loads first does without: linked in place of the library's own answer.
#include "vestibule/profile/supported.hpp"

namespace vestibule::profile {

// To read one takes a parser of JSON, which is the full module's.
bool supported() { return false; }

}  // namespace vestibule::profile

// What the module that a browser loads first does without: linked in place of the library's own answer.
#include "vestibule/scope.hpp"

namespace vestibule {

// Reading a profile takes a parser of JSON, and the strictness of the API half of all rules: both are the full module's.
bool signup_only() { return true; }

}  // namespace vestibule

// Generated inputs: records of every field, half of them honest, the others with odd values, unknown members, other
// spellings of the same JSON, and damage to the bytes; as objects, batches and form bodies.
#pragma once

#include "case_file.hpp"
#include "tests/support/random.hpp"

namespace vestibule::parity {

[[nodiscard]] Case generate_case(test::Random& random);

}  // namespace vestibule::parity

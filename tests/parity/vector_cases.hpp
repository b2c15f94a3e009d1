// All of tests/vectors as inputs of the parity run: our rule files, and every suite case in every field that takes it.
#pragma once

#include <vector>

#include "case_file.hpp"

namespace vestibule::parity {

// Inputs over 1 MiB are left out: they never cross the boundary.
[[nodiscard]] std::vector<Case> vector_cases();

}  // namespace vestibule::parity

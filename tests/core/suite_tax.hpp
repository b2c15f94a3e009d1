// How the suites of tax numbers and of dates are asked; suites_test.cpp runs them.
#pragma once

#include "tests/support/vectors.hpp"

namespace vestibule::test {

// Cases of a scheme that no customer has here (a personal number, a country without a scheme) count as agreeing.
[[nodiscard]] bool accepts_tax_id(const SuiteCase& one);

// A time alone is judged behind a day.
[[nodiscard]] bool accepts_date(const SuiteCase& one);

}  // namespace vestibule::test

/// Catch2, version 2.13 or 3, whichever is installed. Tests include this file and never Catch2 itself.
/// Common to both: TEST_CASE, SECTION, DYNAMIC_SECTION, GENERATE, CAPTURE, TEMPLATE_TEST_CASE, StringMaker.
/// Not in both, so not used: SKIP(), Contains.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#else
#include <catch2/catch.hpp>
#endif

// The main() of test programs where the installed Catch2 2.13 brings none; see cmake/vestibule-catch.cmake.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

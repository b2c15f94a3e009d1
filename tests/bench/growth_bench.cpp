// Times every scanner on inputs from 1 KiB to 1 MiB, each size twice the one before; README.md says what it prints.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "growth_cases.hpp"

namespace {

using vestibule::bench::GrowthCase;

constexpr std::size_t smallest = 1024;
constexpr std::size_t largest = 1024 * 1024;
constexpr int samples = 5;

volatile std::size_t sink = 0;

// Time of the processor, which what else the machine does hardly adds to; the least of some samples.
double least_ns(const GrowthCase& one, std::string_view input, double sample_ns) {
  constexpr double tick_ns = 1e9 / CLOCKS_PER_SEC;
  sink = one.run(input);
  double least = 0;
  for (int sample = 0; sample < samples; ++sample) {
    const std::clock_t begin = std::clock();
    double elapsed = 0;
    double calls = 0;
    do {
      sink = one.run(input);
      calls += 1;
      elapsed = static_cast<double>(std::clock() - begin) * tick_ns;
    } while (elapsed < sample_ns);
    const double ns = elapsed / calls;
    least = sample == 0 ? ns : std::min(least, ns);
  }
  return least;
}

}  // namespace

int main(int count, char** arguments) {
  int milliseconds = 0;
  if (count != 2 || !vestibule::bench::read_number(arguments[1], milliseconds)) {
    std::fputs("usage: growth_bench <milliseconds>\n", stderr);
    return 2;
  }
  for (const GrowthCase& one : vestibule::bench::growth_cases()) {
    for (std::size_t size = smallest; size <= largest; size *= 2) {
      const std::string input = vestibule::bench::make_input(one, size);
      std::printf("{\"scanner\":\"%s\",\"input\":\"%s\",\"bytes\":%zu,\"ns\":%.1f}\n", one.scanner, one.input,
                  input.size(), least_ns(one, input, milliseconds * 1e6 / samples));
    }
  }
  return 0;
}

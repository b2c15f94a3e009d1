// Writes the inputs of the parity run and prints the digest of what the native core answers to them. A WebAssembly host
// that reads the same file and answers the same gets the same digest: byte for byte equal results.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bridge.hpp"
#include "generate.hpp"
#include "vector_cases.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/digest/sha256.hpp"

namespace {

using vestibule::parity::Case;

struct Counts {
  std::size_t cases = 0;
  std::size_t accepted = 0;
  std::size_t with_findings = 0;
  std::set<std::string, std::less<>> codes;
};

void count(Counts& counts, std::string_view result) {
  ++counts.cases;
  if (result.starts_with("{\"ok\":true")) ++counts.accepted;
  // Both marks contain quotation marks that a value inside a JSON string can only have escaped.
  constexpr std::string_view mark = "{\"code\":\"";
  bool found = false;
  for (std::size_t at = result.find(mark); at != std::string_view::npos; at = result.find(mark, at)) {
    found = true;
    at += mark.size();
    counts.codes.emplace(result.substr(at, result.find('"', at) - at));
  }
  if (found) ++counts.with_findings;
}

// Answers one case after the other and keeps none, so that a run of millions needs no more memory than one of hundreds.
class Run {
 public:
  bool load_atlas() {
    const std::string_view atlas = vestibule::atlas::builtin_bytes;
    std::memcpy(bridge_.reserve_atlas(static_cast<std::uint32_t>(atlas.size())), atlas.data(), atlas.size());
    return bridge_.load_atlas();
  }

  void take(const Case& one, std::ostream& out) {
    frame_.clear();
    vestibule::parity::append_case(frame_, one);
    out.write(frame_.data(), static_cast<std::streamsize>(frame_.size()));
    const auto bytes = static_cast<std::uint32_t>(one.bytes.size());
    std::uint8_t* input = bridge_.reserve(bytes);
    if (bytes > 0) std::memcpy(input, one.bytes.data(), bytes);
    const std::string_view result = bridge_.check_text(bytes, one.options);
    frame_.clear();
    vestibule::parity::append_u32(frame_, result.size());
    digest_.update(frame_);
    digest_.update(result);
    count(counts_, result);
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }
  [[nodiscard]] std::string finish() { return vestibule::digest::to_hex(digest_.finish()); }

 private:
  vestibule::bridge::Bridge bridge_;
  vestibule::digest::Sha256 digest_;
  Counts counts_;
  std::string frame_;
};

struct Arguments {
  std::string folder;
  std::uint64_t records = 20'000;
  std::uint64_t seed = 1;
};

bool read_number(std::string_view text, std::uint64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_arguments(const std::vector<std::string_view>& given, Arguments& arguments) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool has_next = i + 1 < given.size();
    if (given[i] == "--records") {
      if (!has_next || !read_number(given[++i], arguments.records)) return false;
    } else if (given[i] == "--seed") {
      if (!has_next || !read_number(given[++i], arguments.seed)) return false;
    } else if (arguments.folder.empty() && !given[i].starts_with("--")) {
      arguments.folder = given[i];
    } else {
      return false;
    }
  }
  return !arguments.folder.empty();
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!read_arguments({argv + 1, argv + argc}, arguments)) {
    std::fputs(
        "usage: vestibule_parity OUT_DIR [--records N] [--seed S]\n"
        "Writes OUT_DIR/cases.bin and prints the digest of the native answers; the folder must exist.\n",
        stderr);
    return 2;
  }
  const std::string path = arguments.folder + "/cases.bin";
  std::ofstream out{path, std::ios::binary};
  Run run;
  if (!run.load_atlas()) return 1;
  const std::vector<Case> vectors = vestibule::parity::vector_cases();
  for (const Case& one : vectors) run.take(one, out);
  vestibule::test::Random random{arguments.seed};
  for (std::uint64_t i = 0; i < arguments.records; ++i) run.take(vestibule::parity::generate_case(random), out);
  out.close();
  if (!out) {
    std::fprintf(stderr, "vestibule_parity: cannot write %s\n", path.c_str());
    return 1;
  }
  const Counts& counts = run.counts();
  std::printf("cases %zu (vectors %zu, generated %llu, seed %llu)\n", counts.cases, vectors.size(),
              static_cast<unsigned long long>(arguments.records), static_cast<unsigned long long>(arguments.seed));
  std::printf("accepted %zu\nwith findings %zu\ndistinct codes %zu\n", counts.accepted, counts.with_findings,
              counts.codes.size());
  std::printf("digest %s\n", run.finish().c_str());
  return 0;
}

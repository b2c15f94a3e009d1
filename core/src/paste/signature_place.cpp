// The address: which pieces are its lines, and what split_address makes of them.
#include <algorithm>
#include <array>
#include <optional>

#include "address/split_words.hpp"
#include "signature_draft.hpp"
#include "signature_scan.hpp"
#include "signature_words.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::paste {
namespace {

using address::SplitAddress;
using atlas::Part;

constexpr std::size_t most_runs = 6;
constexpr std::size_t longest_line = 160;
constexpr std::size_t most_line_words = 14;

// Ends of domains that are sold to everybody.
constexpr std::string_view worldwide = "io co ai me tv cc fm ly gg sh to ws eu";

struct Run {
  std::size_t first = 0;
  std::size_t size = 0;
  bool labelled = false;
};

bool may_be_line(const Piece& piece) {
  const bool named = piece.named == SignaturePart::street;
  return piece.open && (!piece.prose || named) && (named || piece.named == SignaturePart::rest) &&
         piece.text.size() <= longest_line && count_words(piece.text) <= most_line_words &&
         !is_register_line(piece.text) && !is_label(piece.text) && !is_bare_number(piece.text, sure_bare_digits) &&
         (named || (is_capital(first_of(piece.text)) || address::is_street_line(piece.text)));
}

bool is_evidence(const Draft& draft, const Piece& piece) {
  return piece.named == SignaturePart::street || address::is_street_line(piece.text) || is_place(draft, piece.text);
}

// Neighbouring pieces that may be lines, without those at their ends that say nothing of a place.
std::vector<Run> find_runs(const Draft& draft) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < draft.pieces.size() && runs.size() < most_runs; ++i) {
    if (!may_be_line(draft.pieces[i])) continue;
    std::size_t end = i;
    while (end < draft.pieces.size() && may_be_line(draft.pieces[end])) ++end;
    Run run{i, end - i, false};
    i = end;
    while (run.size > 0 && !is_evidence(draft, draft.pieces[run.first])) ++run.first, --run.size;
    while (run.size > 0 && !is_evidence(draft, draft.pieces[run.first + run.size - 1])) --run.size;
    run.size = std::min(run.size, limits::split_max_lines);
    for (std::size_t at = 0; at < run.size; ++at) {
      run.labelled = run.labelled || draft.pieces[run.first + at].named == SignaturePart::street;
    }
    if (run.size > 0) runs.push_back(run);
  }
  return runs;
}

// The lines of a run in one text, and what they become.
struct Reading {
  Run run;
  std::vector<char> block;          // a string would move its bytes
  std::vector<std::size_t> begins;  // of the lines in the block
  SplitAddress split;
  int score = 0;
  bool guessed_country = false;

  [[nodiscard]] bool has(Part part) const { return split.confidence(part) != Confidence::none; }
};

Reading read_run(const Draft& draft, Run run, std::string_view country) {
  Reading reading;
  reading.run = run;
  for (std::size_t i = 0; i < run.size; ++i) {
    if (i > 0) reading.block.push_back('\n');
    reading.begins.push_back(reading.block.size());
    const std::string_view line = draft.pieces[run.first + i].text;
    reading.block.insert(reading.block.end(), line.begin(), line.end());
  }
  reading.split = address::split_address(atlas::AddressFormats{draft.section("ADDR")},
                                         {reading.block.data(), reading.block.size()}, country);
  const auto points = [&](Part part, int most) {
    const Confidence sure = reading.split.confidence(part);
    return sure == Confidence::none ? 0 : sure == Confidence::low ? 1 : most;
  };
  reading.score = points(Part::postal_code, 4) + points(Part::street, 3) + points(Part::locality, 3) +
                  points(Part::admin_area, 2) + (reading.split.country_confidence == Confidence::high ? 3 : 0) -
                  2 * points(Part::name, 1) - 2 * points(Part::organization, 1);
  return reading;
}

// The country of a number or a domain is only believed where it makes sense of the postal code.
void add_guesses(const Draft& draft, std::vector<std::string>& countries) {
  if (!draft.phone_country.empty()) countries.push_back(draft.phone_country);
  const std::string_view host{draft.domain};
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot != 3) return;
  const std::string top{text::to_upper(host[dot + 1]), text::to_upper(host[dot + 2])};
  if (worldwide.find(host.substr(dot + 1)) != std::string_view::npos) return;
  countries.push_back(top == "UK" ? "GB" : top);
}

Reading read_with_countries(const Draft& draft, Run run) {
  Reading best = read_run(draft, run, draft.hint);
  if (!best.split.country.empty()) return best;
  std::vector<std::string> countries;
  add_guesses(draft, countries);
  for (const std::string& country : countries) {
    Reading guess = read_run(draft, run, country);
    if (guess.split.country != country || guess.split.confidence(Part::postal_code) < Confidence::medium) continue;
    guess.guessed_country = true;
    return guess;
  }
  return best;
}

// With a line more on either side, where that makes more of it: a city without a number.
Reading read_best(const Draft& draft, Run run) {
  Reading best = read_with_countries(draft, run);
  for (const bool in_front : {false, true}) {
    Run wider = best.run;
    if (in_front && wider.first == 0) continue;
    if (in_front) --wider.first;
    ++wider.size;
    const std::size_t added = in_front ? wider.first : wider.first + wider.size - 1;
    if (added >= draft.pieces.size() || wider.size > limits::split_max_lines) continue;
    const Piece& piece = draft.pieces[added];
    if (!may_be_line(piece) || count_words(piece.text) > 3 || has_role(piece.text)) continue;
    Reading more = read_with_countries(draft, wider);
    if (more.score > best.score) best = std::move(more);
  }
  return best;
}

// As sure as its parts may be at most; none: it is no address.
Confidence most_sure(const Draft& draft, const Reading& reading) {
  const bool street = reading.has(Part::street);
  const bool city = reading.has(Part::locality);
  // Amounts are no codes, though postal codes are read with any sign between their parts.
  const bool code = reading.split.confidence(Part::postal_code) >= Confidence::medium &&
                    reading.split.text(Part::postal_code).find_first_of(".,") == std::string::npos;
  const bool named = reading.split.country_confidence == Confidence::high;
  // Where nothing else says that it is a signature, any two numbers could be these.
  if (!draft.evidence && !reading.run.labelled) return code && street && city ? Confidence::low : Confidence::none;
  if (code && (street || city)) return reading.guessed_country ? Confidence::medium : Confidence::high;
  if (named) return Confidence::medium;
  const int parts = int{street} + int{city} + int{reading.has(Part::postal_code)} + int{reading.has(Part::admin_area)};
  if (reading.run.labelled && parts > 0) return Confidence::low;
  // Two that fit the country nobody named.
  return parts >= 2 ? Confidence::low : Confidence::none;
}

SignaturePart part_of(std::uint8_t slot) {
  if (slot == address::country_slot) return SignaturePart::country;
  if (slot >= atlas::part_count) return SignaturePart::rest;
  switch (static_cast<Part>(slot)) {
    case Part::street: return SignaturePart::street;
    case Part::dependent_locality: return SignaturePart::district;
    case Part::locality: return SignaturePart::city;
    case Part::admin_area: return SignaturePart::state;
    case Part::postal_code: return SignaturePart::postal_code;
    case Part::organization: return SignaturePart::organization;
    default: return SignaturePart::rest;
  }
}

// The same stretch of the signature itself.
std::string_view in_text(const Draft& draft, const Reading& reading, std::string_view slice) {
  const auto offset = static_cast<std::size_t>(slice.data() - reading.block.data());
  const auto line = std::upper_bound(reading.begins.begin(), reading.begins.end(), offset) - reading.begins.begin() - 1;
  const auto index = static_cast<std::size_t>(line);
  return draft.pieces[reading.run.first + index].text.substr(offset - reading.begins[index], slice.size());
}

}  // namespace

bool is_place(const Draft& draft, std::string_view text) {
  const atlas::AddressFormats formats{draft.section("ADDR")};
  if (formats.empty() || text.size() > longest_line) return false;
  // Alone, or behind the last comma: "Berlin, Germany".
  return !atlas::find_country_name(formats, text).empty() ||
         !atlas::find_country_name(formats, trim_signs(text.substr(text.rfind(',') + 1))).empty();
}

void take_address(Draft& draft) {
  if (draft.section("ADDR").empty()) return;
  std::optional<Reading> best;
  for (const Run& run : find_runs(draft)) {
    Reading reading = read_best(draft, run);
    if (most_sure(draft, reading) == Confidence::none || (best && best->score >= reading.score)) continue;
    best = std::move(reading);
  }
  if (!best) return;
  const Confidence most = most_sure(draft, *best);
  const bool had_organization = draft.has(SignaturePart::organization);
  for (std::size_t i = 0; i < best->split.size; ++i) {
    const address::SplitSlice& slice = best->split.slices[i];
    const SignaturePart part = part_of(slice.slot);
    if (part == SignaturePart::rest || (part == SignaturePart::organization && had_organization)) continue;
    // A company by its place alone is a guess.
    const Confidence sure = part == SignaturePart::organization ? Confidence::low : std::min(most, slice.confidence);
    draft.take(part, in_text(draft, *best, slice.text), sure);
  }
  for (std::size_t i = 0; i < best->run.size; ++i) {
    Piece& piece = draft.pieces[best->run.first + i];
    piece.open = false;
    if (!piece.label.empty()) draft.insert({piece.label, SignaturePart::label, Confidence::none});
  }
  draft.out.country = best->split.country;
  draft.out.country_confidence = std::min(most, best->split.country_confidence);
  if (best->split.country_confidence == Confidence::high && !draft.out.country.empty())
    draft.out.country_confidence = most;
}

}  // namespace vestibule::paste

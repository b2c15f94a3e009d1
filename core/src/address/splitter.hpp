// The reading of one block of an address. Its steps stand in files of their own: the country (splitter_country), the postal
// code (splitter_postal_code), city and area (splitter_place, splitter_area), lines from large to small
// (splitter_large_to_small), and what is left for names and streets (splitter_rest). Internal to address.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/address/split.hpp"
#include "vestibule/atlas/address_formats.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::address {

using atlas::Part;

// Where a postal code stands.
struct PostalPlace {
  std::size_t line = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool doubtful = false;  // among words that make a street
};

class Splitter {
 public:
  Splitter(const atlas::AddressFormats& formats, std::string_view block, std::string_view hint)
      : formats_{formats}, block_{block}, hint_{hint} {}

  SplitAddress run();

 private:
  struct Line {
    std::string_view text;
    bool used = false;
    bool contact = false;
  };

  // As many lines as a block may have, and what breaking one at commas adds.
  class Lines {
   public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Line& operator[](std::size_t at) { return line_[at]; }
    [[nodiscard]] const Line& operator[](std::size_t at) const { return line_[at]; }
    [[nodiscard]] Line* begin() { return line_.data(); }
    [[nodiscard]] Line* end() { return line_.data() + size_; }

    void insert(std::size_t at, const Line& line) {
      if (size_ == line_.size()) return;
      for (std::size_t i = size_++; i > at; --i) line_[i] = line_[i - 1];
      line_[at] = line;
    }

   private:
    std::array<Line, limits::split_max_lines + 5> line_{};
    std::size_t size_ = 0;
  };

  struct Heads {
    std::array<std::string_view, limits::split_max_lines + 5> text;
    std::size_t size = 0;

    void add(std::string_view line) { text[size++] = line; }
  };

  bool read_lines();
  void add_line(std::size_t at, std::string_view text);
  // The commas of line `at` before `end` become line ends.
  void break_at_commas(std::size_t at, std::size_t end);
  void set_contacts_aside();
  // The line before `at`, or the one after it when `step` is 1, that nothing has taken.
  [[nodiscard]] std::optional<std::size_t> neighbour(std::size_t at, int step) const;

  void add(std::uint8_t slot, std::string_view text, Confidence confidence);
  void put(Part part, std::string_view text, Confidence confidence);
  void leave(std::string_view text) { add(rest_slot, text, Confidence::none); }
  [[nodiscard]] bool is_empty(Part part) const { return result_.confidence(part) == Confidence::none; }
  [[nodiscard]] bool is_area(std::string_view text) const;
  // Whether the country writes `a` in front of `b`.
  [[nodiscard]] bool before(Part a, Part b) const;
  // From the country to the street, in a script of the Far East.
  [[nodiscard]] bool large_to_small() const;

  [[nodiscard]] std::string country_in(std::string_view text, bool whole_line) const;
  bool take_country(std::size_t at);
  bool take_last_word(Line& line);
  void set_country(std::string code, std::string_view text);
  void find_country();

  [[nodiscard]] bool is_code(std::string_view text, bool several_words) const;
  [[nodiscard]] std::optional<PostalPlace> find_postal_code(std::size_t& candidates) const;
  [[nodiscard]] std::optional<PostalPlace> find_eastern_code(std::size_t& candidates) const;

  void cut_area(std::string_view& place);
  void take_area(std::string_view& place, std::string_view without, std::string_view area);
  [[nodiscard]] bool is_named_area(std::string_view text) const;
  [[nodiscard]] Confidence area_confidence(std::string_view area) const;
  bool take_area_line(std::optional<std::size_t> at);
  void take_last_area_line(std::optional<std::size_t> at);
  [[nodiscard]] bool is_area_alone(std::string_view place, std::size_t at) const;

  void read_place();
  void read_place_text(std::string_view place, Confidence confidence);
  void read_place_line(std::size_t at);
  [[nodiscard]] bool has_city_above(std::size_t at) const;
  [[nodiscard]] bool city_with_number(std::size_t at) const;
  void read_place_without_code();
  void read_unknown_place(std::size_t at);

  void read_large_to_small_lines();

  void read_rest_of_lines();
  void name_heads(const Heads& heads);

  const atlas::AddressFormats& formats_;
  std::string_view block_;
  std::string_view hint_;
  Lines lines_;
  atlas::AddressFormat format_;
  std::string layout_;
  SplitAddress result_;
  std::string_view postal_code_;
};

}  // namespace vestibule::address

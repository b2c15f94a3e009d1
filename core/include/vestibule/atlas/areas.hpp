/// The first-level areas of a territory as its labels name them: states, provinces, prefectures, counties.
/// Depends on: atlas/bytes and atlas/pattern (in the implementation), text/loose.
///
/// Source  Google's address data (CC BY 4.0): names, spellings in Latin letters, postal codes; ISO 3166-2: codes;
///         core/data/atlas/area-aliases.json: other names that people write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::atlas {

/// A view of one block; all answers are made when asked for.
class Areas {
 public:
  Areas() = default;
  explicit Areas(std::string_view block);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  /// Whether labels of this territory carry the code ("CA") instead of the name.
  [[nodiscard]] bool codes_on_labels() const { return (flags_ & codes_on_labels_flag) != 0; }

  /// The name in the script of the place; "" behind the last. Cost of this and the next ones: a walk over the block.
  [[nodiscard]] std::string name(std::size_t index) const;
  /// The name in Latin letters, "" when `name` has no other one.
  [[nodiscard]] std::string latin(std::size_t index) const;
  /// What stands for the name on labels or in lists: "CA", "N.L."; "" where nothing does.
  [[nodiscard]] std::string_view code(std::size_t index) const;
  /// The second half of the ISO 3166-2 code: "CA", "13"; "" where there is none.
  [[nodiscard]] std::string iso(std::size_t index) const;
  /// What is stored and written on labels: the code where labels carry it, else the name.
  [[nodiscard]] std::string label(std::size_t index, bool latin) const;

  struct Match {
    std::size_t index = 0;
    bool latin = false;  ///< it was the Latin spelling, and there is another one
  };

  /// The area that `text` means: by code, by ISO 3166-2 code with or without the country, or by any of its names without
  /// regard to accents, capitals, punctuation and words like "Province" or "state of", unless they say that it is another
  /// kind of area ("Kansas City"). The first word of several may be its initial ("N. Dakota"), and "Washington DC" is known.
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::string_view country) const;

  /// The area whose name is spelled almost like `text`: as many words, one or two letters differ, and no other area is as
  /// near.
  /// Limits  texts of 4 to 40 significant characters
  [[nodiscard]] std::optional<std::size_t> nearest(std::string_view text) const;

  /// False only when postal codes of the area are known and `bare` (capitals, no separators) is none of them.
  [[nodiscard]] bool may_have(std::size_t index, std::string_view bare) const;

 private:
  static constexpr unsigned codes_on_labels_flag = 16;

  enum class Column : std::uint8_t { names, codes, latin, iso, prefixes };
  [[nodiscard]] std::string_view column(Column which) const;
  [[nodiscard]] std::string decoded(std::string_view text) const;
  [[nodiscard]] std::string latin_from(std::string_view encoded, std::string_view encoded_name) const;

  // A name as it was typed, or, where there is a key, what is left of it or all its words; with so many mistakes.
  struct Wanted {
    std::string_view text;
    std::string_view key;
    std::size_t mistakes = 0;
    bool whole = false;
  };
  [[nodiscard]] static bool means(std::string_view names, const Wanted& wanted);
  [[nodiscard]] std::optional<Match> find_name(const Wanted& wanted) const;

  std::string_view columns_;
  std::size_t count_ = 0;
  unsigned flags_ = 0;
  unsigned window_ = 0;
};

}  // namespace vestibule::atlas

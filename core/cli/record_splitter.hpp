/// Cutting a stream of bytes into records without reading it whole: a JSON object, an array of them, or one a line.
/// Depends on: code, limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::cli {

/// What was cut out.
struct Piece {
  std::string_view text;     ///< of a record; valid during the call
  bool is_record = true;     ///< false: there is no text, only a problem
  Code code{};               ///< limit.input for one record; json.syntax, json.bom: the rest of the file is not read
  std::uint64_t offset = 0;  ///< of json.syntax, in the file
};

/// Only cuts: whether a piece is JSON at all is for the core to judge.
///
///   begins with   the file is                                        a record is
///   [             one array                                          an element of it
///   {             lines, if its first line ends outside of braces    a line
///                 or inside of a string; else objects one after      an object
///                 the other, each over as many lines as it likes
///   else          lines                                              a line
///
/// Limits  1 MiB a record (limits.hpp); a longer one is reported once and skipped. Memory is bounded by one record.
/// Cost    linear
class RecordSplitter {
 public:
  using OnPiece = std::function<void(const Piece&)>;
  enum class Layout : std::uint8_t {
    detect,
    lines,  ///< a record is a line, whatever the file begins with
  };

  RecordSplitter(Layout layout, OnPiece on_piece)
      : mode_{layout == Layout::lines ? Mode::lines : Mode::undecided}, on_piece_{std::move(on_piece)} {}

  void feed(std::string_view bytes);
  /// The end of the file.
  void finish();

 private:
  enum class Mode : std::uint8_t { undecided, first_line, lines, objects, elements, after_array, given_up };

  // Where a byte stands: inside how many brackets, inside a string or not.
  struct Nesting {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    void take(char c);
    [[nodiscard]] bool outside() const { return depth == 0 && !in_string; }
  };

  // Each takes bytes of the front and answers how many.
  std::size_t decide(std::string_view bytes);
  std::size_t take_line(std::string_view bytes);
  std::size_t take_object(std::string_view bytes);
  std::size_t take_element(std::string_view bytes);
  std::size_t take_rest(std::string_view bytes);

  void end_first_line();
  void end_element(char separator);
  void keep(std::string_view bytes);
  void emit();
  void give_up(Code code);
  [[nodiscard]] bool empty() const { return text_.empty() && !too_long_; }

  Mode mode_;
  OnPiece on_piece_;
  std::string text_;
  bool too_long_ = false;
  Nesting nesting_;
  bool after_comma_ = false;
  std::uint64_t offset_ = 0;  // of the byte that is looked at
};

}  // namespace vestibule::cli

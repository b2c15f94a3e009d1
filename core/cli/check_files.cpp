#include "check_files.hpp"

#include <array>
#include <cstddef>

#include "arguments.hpp"
#include "input.hpp"
#include "interrupt.hpp"
#include "output.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::cli {
namespace {

validation::CheckResult result_of_problem(const Piece& piece) {
  std::vector<std::string> params;
  if (piece.code == Code::limit_input) params.push_back(std::to_string(limits::record_max_bytes));
  if (piece.code == Code::json_syntax) params.push_back(std::to_string(piece.offset));
  validation::CheckResult result;
  result.findings.push_back(validation::make_finding({piece.code, "", params}));
  return result;
}

class FileChecker {
 public:
  FileChecker(RecordSplitter::Layout layout, const Judge& judge, const Write& write)
      : layout_{layout}, judge_{judge}, write_{write}, buffer_(std::size_t{64} * 1024) {}

  // False: there is no point in reading on.
  bool check(std::string_view path) {
    Input input{path};
    RecordSplitter splitter{layout_, [this](const Piece& piece) { take(piece); }};
    for (;;) {
      const std::string_view bytes = input.read(buffer_);
      if (bytes.empty()) break;
      splitter.feed(bytes);
      if (!output_.flush()) return false;
    }
    // The end of what could not be read whole is nobody's record.
    if (stop_signal() != 0) return false;
    if (input.problem().empty()) splitter.finish();
    if (!input.problem().empty()) {
      complain(input.problem());
      unreadable_ = true;
    }
    return output_.flush();
  }

  [[nodiscard]] ExitCode outcome() const {
    if (output_.failed()) {
      complain(output_.problem());
      return io;
    }
    if (stop_signal() != 0) complain("interrupted after record " + std::to_string(output_.lines()) + ".");
    if (unreadable_ || stop_signal() != 0) return io;
    return refused_ ? refused : accepted;
  }

 private:
  void take(const Piece& piece) {
    if (output_.failed() || stop_signal() != 0) return;
    const validation::CheckResult result = piece.is_record ? judge_(piece.text) : result_of_problem(piece);
    refused_ = refused_ || !result.ok;
    write_(output_.text(), result);
    output_.end_line();
  }

  RecordSplitter::Layout layout_;
  const Judge& judge_;
  const Write& write_;
  std::vector<char> buffer_;
  Output output_;
  bool refused_ = false;
  bool unreadable_ = false;
};

}  // namespace

ExitCode check_files(const std::vector<std::string_view>& paths, RecordSplitter::Layout layout, const Judge& judge,
                     const Write& write) {
  FileChecker checker{layout, judge, write};
  if (paths.empty()) {
    checker.check("-");
  } else {
    for (const std::string_view path : paths) {
      if (!checker.check(path)) break;
    }
  }
  return checker.outcome();
}

}  // namespace vestibule::cli

/// Judging every record of some files, a line of JSON for each.
/// Depends on: exit_code, record_splitter.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exit_code.hpp"
#include "record_splitter.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::cli {

/// Judges one record's text.
using Judge = std::function<validation::CheckResult(std::string_view text)>;
/// Appends a result as one line, without its end.
using Write = std::function<void(std::string& out, const validation::CheckResult& result)>;

/// Reads `paths` in their order, standard input when there are none. What cannot be read is named on standard error and
/// the next file is read. Memory is bounded by one record; results leave as soon as the input pauses.
[[nodiscard]] ExitCode check_files(const std::vector<std::string_view>& paths, RecordSplitter::Layout layout,
                                   const Judge& judge, const Write& write);

}  // namespace vestibule::cli

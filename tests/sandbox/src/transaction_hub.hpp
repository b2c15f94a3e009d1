/// The transaction hub: which record of an outside system belongs to which record here.
/// Depends on: body, repositories.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "repositories.hpp"

namespace vestibule::sandbox {

/// Makes a row for a record that goes to the payment system, unless it has one. No such system is asked: its id is made up.
void map_to_payment_system(Repositories& repositories, std::string_view type, const std::string& nue_id,
                           Milliseconds time);

/// The rows of an upload that can be stored, and what is wrong with the others: "[3].externalid: is required".
struct HubUpload {
  std::vector<Values> records;
  std::vector<std::string> errors;
};

/// Member names count in any case; Nue's own upload writes them all lower case.
///
/// Limits  1 to 5,000 records
/// Errors  a 400 when it is no such array
[[nodiscard]] std::variant<HubUpload, Problem> read_hub_upload(std::string_view body);

/// Stores an upload, each row in place of an earlier one for the same record and system, and the job that reports on it.
[[nodiscard]] Values store_hub_upload(Repositories& repositories, HubUpload upload, Milliseconds time);

}  // namespace vestibule::sandbox

/// The commands. Each reads its words, does its work and answers how the program ends.
/// Depends on: exit_code.
#pragma once

#include <span>

#include "exit_code.hpp"

namespace vestibule::cli {

/// What follows the command's name.
using Words = std::span<const char* const>;

[[nodiscard]] ExitCode check_command(Words words);
[[nodiscard]] ExitCode check_field_command(Words words);
[[nodiscard]] ExitCode id_command(Words words);
[[nodiscard]] ExitCode explain_command(Words words);
[[nodiscard]] ExitCode fields_command(Words words);
[[nodiscard]] ExitCode lifecycle_command(Words words);
[[nodiscard]] ExitCode gateway_command(Words words);
[[nodiscard]] ExitCode signup_command(Words words);
[[nodiscard]] ExitCode audit_command(Words words);
[[nodiscard]] ExitCode replay_command(Words words);

}  // namespace vestibule::cli

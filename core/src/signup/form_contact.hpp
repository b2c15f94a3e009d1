// The person at a company in a form posted without JavaScript, under names of its own: "contact.email". Internal to signup.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "validation/form_record.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::signup {

// There once anything of it is answered, as on the page: an empty one is none. Nothing is asked for twice, so the full name
// is made of its parts, and the address that was given for the account is the person's too unless there is another.
class FormContact {
 public:
  static constexpr std::string_view prefix = "contact.";

  // `text_bytes`: of the whole body.
  FormContact(const validation::Options& options, std::size_t text_bytes);

  // `name` without the prefix. Errors: form.duplicate_key.
  [[nodiscard]] std::optional<json::Problem> add(std::string_view name, std::string_view value);

  [[nodiscard]] bool is_there() const { return is_answered_ || !record_.unknown().empty(); }

  // Judges it beside its customer, with pointers like "/contact/email". What is wrong with something made of other answers
  // is told where those stand, for nobody can change it by itself.
  [[nodiscard]] validation::CheckResult judge(const customer::RecordView& customer,
                                              const validation::CheckResult& customer_result);

 private:
  validation::Options options_;
  customer::RecordView record_;
  validation::FormRecord fields_;
  bool is_answered_ = false;
};

}  // namespace vestibule::signup

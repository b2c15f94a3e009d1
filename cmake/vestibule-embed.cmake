# Run as a script: turns a binary file into a C++ source that defines one std::string_view of its bytes.
#   cmake -DINPUT=... -DOUTPUT=... -DNAMESPACE=... -DNAME=... -P vestibule-embed.cmake
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
# Pieces: compilers bound the length of one literal, and a line of half a megabyte is no line.
string(REGEX REPLACE "((\\\\x..)(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?)" "\"\\1\"\n" bytes "${bytes}")
file(SIZE "${INPUT}" size)
file(WRITE "${OUTPUT}" "// made from a file by cmake/vestibule-embed.cmake
#include <string_view>
namespace ${NAMESPACE} {
extern const std::string_view ${NAME};
const std::string_view ${NAME}{
${bytes}, ${size}};
}
")

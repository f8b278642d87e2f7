# Writes OUT with the commit of the checkout SOURCE, only when it has changed: "0123456789ab", with "-dirty" behind it
# when what the program is built from differs from the commit, files that git does not know included; in an unpacked
# `git archive` "0123456789ab-archive", as nobody can tell whether it was changed since; elsewhere "unknown". Changed
# results, figures, tests and texts make no other program, so they do not count.
set(parts src include scripts CMakeLists.txt CMakePresets.json)
set(git git --no-optional-locks -C ${SOURCE})
set(commit unknown)
# Of the checkout itself: an unpacked archive may lie in another repository, whose commits say nothing of it.
execute_process(COMMAND ${git} rev-parse --show-prefix
                OUTPUT_VARIABLE prefix OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed STREQUAL "0" AND prefix STREQUAL "")
  execute_process(COMMAND ${git} rev-parse --short=12 --verify HEAD
                  OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  execute_process(COMMAND ${git} status --porcelain --untracked-files=normal -- ${parts}
                  OUTPUT_VARIABLE changes ERROR_QUIET RESULT_VARIABLE unread)
  if(failed STREQUAL "0")
    set(commit ${head})
    if(changes OR NOT unread STREQUAL "0")
      string(APPEND commit -dirty)
    endif()
  endif()
elseif(EXISTS ${SOURCE}/scripts/commit.txt)
  file(STRINGS ${SOURCE}/scripts/commit.txt archived REGEX "^[0-9a-f]+$")
  if(archived)
    string(SUBSTRING ${archived} 0 12 commit)
    string(APPEND commit -archive)
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT "#define SOURCE_COMMIT \"${commit}\"\n")

# Writes OUT: the text of each file of IN as a C array of bytes, NUL-terminated: embedded_NAME for NAME.anything.
set(arrays "")
foreach(file IN LISTS IN)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(0x[89a-f].)" "(char)\\1" bytes "${bytes}") # above 127, in UTF-8
  string(APPEND arrays "static const char embedded_${name}[] = {${bytes} 0};\n")
endforeach()
file(WRITE ${OUT} "${arrays}")

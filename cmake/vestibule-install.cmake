# Installs the library so that find_package(vestibule) gives vestibule::vestibule.
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/vestibule")

install(TARGETS vestibule vestibule_atlas EXPORT vestibule-targets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/include/vestibule" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT vestibule-targets NAMESPACE vestibule:: DESTINATION "${package_dir}" FILE vestibule-config.cmake)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/vestibule-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/vestibule-config-version.cmake" DESTINATION "${package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

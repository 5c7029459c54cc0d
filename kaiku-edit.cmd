@echo off
call "%~dp0kaiku.cmd" edit %*
if errorlevel 1 pause

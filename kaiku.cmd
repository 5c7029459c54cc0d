@echo off
where py >nul 2>nul
if errorlevel 1 (python "%~dp0kaiku" %*) else (py -3 "%~dp0kaiku" %*)
